import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { leave } from '../../../client/session.js';
import { LanguageChoice } from '../../../shared/language-choice.js';
import { Logo } from '../../../shared/logo.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { peopleQueries } from '../queries.js';
import { PasskeyProblem } from './passkey-problem.js';
import classes from './passkeys.module.css';
import { usePasskey } from './use-passkey.js';

/** Stands before everything while a session waits for a passkey: shows one, or makes the first. */
export function PasskeyPage() {
  const { t } = useTranslation('passkeys');
  const { t: common } = useTranslation();
  const { to } = useSearch({ from: '/passkey' });
  const navigate = useNavigate();
  const router = useRouter();
  const { data: passkeys, error, refetch } = useQuery(peopleQueries.passkeys());
  const passkey = usePasskey(async () => {
    if (to === undefined) {
      await navigate({ to: '/' });
    } else {
      router.history.push(to);
    }
  });
  useEffect(() => {
    document.title = `${t('title')} · Relais`;
  }, [t]);
  const signOut = async () => {
    await leave();
    await navigate({ to: '/sign-in' });
  };
  const isFirst = passkeys?.length === 0;
  return (
    <main className={classes.page}>
      <div className={classes.top}>
        <span className={classes.brand}>
          <Logo size={28} /> Relais
        </span>
        <LanguageChoice />
      </div>
      <h1 className={classes.title}>{t('title')}</h1>
      {passkeys === undefined && error === null && <Loading rows={2} />}
      {passkeys === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {passkeys !== undefined && (
        <>
          <p>{t(isFirst ? 'first' : 'show')}</p>
          <PasskeyProblem error={passkey.error} />
          <Button loading={passkey.isPending} onClick={() => passkey.mutate(isFirst ? 'make' : 'show')}>
            {t(isFirst ? 'makeIt' : 'showIt')}
          </Button>
          <p className={classes.lost}>{t('lost')}</p>
        </>
      )}
      <TextButton onClick={() => void signOut()}>{common('person.signOut')}</TextButton>
    </main>
  );
}
