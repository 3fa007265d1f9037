import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { LanguageChoice } from '../../shared/language-choice.js';
import { Logo } from '../../shared/logo.js';
import { StatementLink } from '../../shared/statement-link.js';
import classes from './open-page.module.css';

type OpenPageProps = {
  /** Of the browser tab. */
  readonly title: string;
  /** What the page says first, when it is not the title. */
  readonly claim?: string;
  /** A link to the figures that everybody may read. */
  readonly figures?: string;
  readonly children: ReactNode;
};

/** A page for somebody who is not signed in yet. */
export function OpenPage({ title, claim = title, figures, children }: OpenPageProps) {
  useEffect(() => {
    document.title = `${title} · Relais`;
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <span className={classes.brand}>
          <Logo size={28} /> Relais
        </span>
        <LanguageChoice />
      </div>
      <h1 className={classes.claim}>{claim}</h1>
      {children}
      <p className={classes.note}>
        {figures !== undefined && (
          <>
            <Link to="/public">{figures}</Link> ·{' '}
          </>
        )}
        <StatementLink />
      </p>
    </main>
  );
}
