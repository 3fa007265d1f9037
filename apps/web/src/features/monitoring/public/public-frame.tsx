import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChoice } from '../../../shared/language-choice.js';
import { Logo } from '../../../shared/logo.js';
import { StatementLink } from '../../../shared/statement-link.js';
import classes from './public-frame.module.css';

type PublicFrameProps = {
  readonly title: string;
  /** Beside the title: a word of context. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
};

/** A page that is open to all: no room of the application is reached from it but the sign-in. */
export function PublicFrame({ title, beside, children }: PublicFrameProps) {
  const { t } = useTranslation('public');
  useEffect(() => {
    document.title = `${title} · Relais`;
  }, [title]);
  return (
    <main className={classes.page}>
      <div className={classes.top} data-no-print>
        <Link to="/public" className={classes.brand}>
          <Logo size={28} /> Relais
        </Link>
        <span className={classes.tools}>
          <LanguageChoice />
          <Link to="/sign-in" className={classes.signIn}>
            {t('signIn')}
          </Link>
        </span>
      </div>
      <h1 className={classes.title}>{title}</h1>
      {beside !== undefined && <p className={classes.beside}>{beside}</p>}
      {children}
      <p className={classes.statement} data-no-print>
        <StatementLink />
      </p>
    </main>
  );
}
