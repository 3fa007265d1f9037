import { Button } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useUntold } from '../client/leaving.js';
import type { Standing } from '../client/standing.js';
import { Logo } from '../shared/logo.js';
import { hush } from '../shared/toast.js';
import classes from './session-over.module.css';

/** Stands in the place of everything once the session is over, and leads back to where one was. */
export function SessionOver({ why }: { readonly why: Exclude<Standing, 'holds'> }) {
  const { t } = useTranslation();
  const { href } = useLocation();
  const isUntold = useUntold();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The title of a page may name a case.
    document.title = 'Relais';
    hush();
    title.current?.focus();
  }, []);
  return (
    <main className={classes.page}>
      <p className={classes.brand}>
        <Logo size={28} /> Relais
      </p>
      <h1 className={classes.title} ref={title} tabIndex={-1}>
        {t(`session.${why}.title`)}
      </h1>
      <p>{t(`session.${why}.text`)}</p>
      {isUntold && <p role="status">{t('session.untold')}</p>}
      {why === 'another' ? (
        <Button onClick={() => location.reload()}>{t('session.another.go')}</Button>
      ) : (
        <Link to="/sign-in" search={why === 'ended' ? { to: href } : {}} className={classes.go}>
          {t('session.signIn')}
        </Link>
      )}
    </main>
  );
}
