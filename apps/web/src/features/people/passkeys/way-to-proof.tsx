import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WayToProofProps } from '../../../shared/proof.js';
import { peopleQueries } from '../queries.js';
import { PasskeyProblem } from './passkey-problem.js';
import classes from './passkeys.module.css';
import { usePasskey } from './use-passkey.js';

/**
 * Where something was refused for want of a proof of just now: shows a passkey in place, so that all that was written or chosen stays, or
 * leads to signing in again and back to the page, whose drafts wait for the same person.
 */
export function WayToProofHere({ error, children }: WayToProofProps) {
  const { t } = useTranslation('passkeys');
  const { href } = useLocation();
  const navigate = useNavigate();
  const { data: passkeys } = useQuery(peopleQueries.passkeys());
  const [shownFor, setShownFor] = useState<Error>();
  const passkey = usePasskey(async () => setShownFor(error));
  if (shownFor === error) {
    return <p role="status">{t('shownNow')}</p>;
  }
  return (
    <div className={classes.proof}>
      {children}
      <PasskeyProblem error={passkey.error} />
      <div className={classes.deeds}>
        {passkeys !== undefined && passkeys.length > 0 && (
          <Button variant="default" loading={passkey.isPending} onClick={() => passkey.mutate('show')}>
            {t('showIt')}
          </Button>
        )}
        {(error.code === 'sign-in-needed' || passkeys?.length === 0) && (
          <Button variant="default" onClick={() => void navigate({ to: '/sign-in', search: { to: href } })}>
            {t('signInAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
