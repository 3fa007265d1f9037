import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../shared/form-problem.js';
import { TextButton } from '../../../shared/text-button.js';
import classes from './join-page.module.css';
import { useJoining } from './use-joining.js';
import { useLinkIsEnough, WithAccount } from './with-account.js';

type JoinAsProps = {
  readonly secret: string;
  /** Whether it is the one who is signed in with this browser; else the one who has the mail of the invitation, and is a member of nothing. */
  readonly signedIn: boolean;
  readonly name: string;
  /** Undefined where nobody else can join. */
  readonly onOther: (() => void) | undefined;
  readonly onJoined: () => void;
  readonly children: ReactNode;
};

/** Asks somebody who works here already whether they join as who they are. */
export function JoinAs({ secret, signedIn, name, onOther, onJoined, children }: JoinAsProps) {
  const { t } = useTranslation('join');
  const joining = useJoining(onJoined);
  const mayJoin = useLinkIsEnough() || signedIn;
  return (
    <div className={classes.deed}>
      <p>{children}</p>
      <Problem error={joining.error} />
      {mayJoin && (
        <Button loading={joining.isPending} onClick={() => joining.mutate({ secret, signedIn })}>
          {t('joinAs', { name })}
        </Button>
      )}
      {!signedIn && <WithAccount secret={secret} said={() => ({})} />}
      {onOther !== undefined && <TextButton onClick={onOther}>{t('somebodyElse')}</TextButton>}
    </div>
  );
}
