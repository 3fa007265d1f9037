import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { LanguageChoice } from '../../../shared/language-choice.js';
import { Logo } from '../../../shared/logo.js';
import classes from './sign-in-page.module.css';

type FrameProps = {
  /** Of the browser tab. */
  readonly title: string;
  /** What stands above all, when it is not the title. */
  readonly heading?: string;
  /** What stands at the foot of the page. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
};

/** A page of somebody who comes in. */
export function Frame({ title, heading = title, foot, children }: FrameProps) {
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
      <h1 className={classes.claim}>{heading}</h1>
      {children}
      <p className={classes.note}>{foot}</p>
    </main>
  );
}
