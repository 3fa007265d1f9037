import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { leave } from '../../../client/session.js';
import { Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { OpenPage } from '../open-page.js';
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
  const signOut = async () => {
    await leave();
    await navigate({ to: '/sign-in' });
  };
  const isFirst = passkeys?.length === 0;
  return (
    <OpenPage title={t('title')}>
      <div className={classes.way}>
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
      </div>
    </OpenPage>
  );
}
