import type { ReactNode } from 'react';
import { createContext, Fragment, use, useEffect, useId } from 'react';
import classes from './page.module.css';
import { useMedia } from './use-media.js';

/** What stands at the right of every page's title; the frame around the pages gives it. */
export const ToolsOfPage = createContext<ReactNode>(null);

type PageProps = {
  readonly title: string;
  /** Beside the title: a word of context, a status. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A page: its title in the head beside search, language and person; also the title of the browser tab. */
export function Page({ title, beside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Relais`;
  }, [title]);
  // On a phone the tools are above the title, to the eye and to the Tab key.
  const isNarrow = useMedia('(max-width: 760px)');
  const titles = (
    <div key="titles" className={classes.titles}>
      <h1 className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      {beside !== undefined && <div className={classes.subtitle}>{beside}</div>}
    </div>
  );
  const tools = <Fragment key="tools">{use(ToolsOfPage)}</Fragment>;
  return (
    <>
      <header className={classes.head}>{isNarrow ? [tools, titles] : [titles, tools]}</header>
      {children}
    </>
  );
}

type CardProps = {
  readonly title?: string;
  /** At the right of the title. */
  readonly aside?: ReactNode;
  readonly bare?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A white card with an optional heading; `bare` leaves the padding to its content. */
export function Card({ title, aside, bare, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      className={`${classes.card} ${bare === true ? '' : classes.padded} ${className ?? ''}`}
      aria-labelledby={title === undefined ? undefined : id}
    >
      {title !== undefined && (
        <div className={classes.cardHead}>
          <h2 className={classes.cardTitle} id={id}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
