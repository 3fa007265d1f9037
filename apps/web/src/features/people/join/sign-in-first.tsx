import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextButton } from '../../../shared/text-button.js';
import classes from './join-page.module.css';
import { keptLink } from './kept-link.js';

/** The page to which whoever shows who they are comes back. */
const here = { to: '/join' } as const;

/** Leads away to show who one is; the invitation stays in this tab, and its page is where one comes back to. */
export function useShowing(secret: string) {
  const navigate = useNavigate();
  return (page: '/sign-in' | '/passkey') => {
    keptLink.keep(secret);
    void navigate({ to: page, search: here });
  };
}

type FirstProps = { readonly secret: string; readonly children: ReactNode };

/** Tells somebody who works here already to sign in, before they join as who they are. */
export function SignInFirst({ secret, children }: FirstProps) {
  const { t } = useTranslation('join');
  const show = useShowing(secret);
  return (
    <div className={classes.deed}>
      {children}
      <Button onClick={() => show('/sign-in')}>{t('signIn')}</Button>
    </div>
  );
}

/** Tells somebody who is signed in but for their passkey to show it first. */
export function PasskeyFirst({
  secret,
  onOther,
  children,
}: FirstProps & { readonly onOther: (() => void) | undefined }) {
  const { t } = useTranslation('join');
  const show = useShowing(secret);
  return (
    <div className={classes.deed}>
      {children}
      <Button onClick={() => show('/passkey')}>{t('toPasskey')}</Button>
      {onOther !== undefined && <TextButton onClick={onOther}>{t('somebodyElse')}</TextButton>}
    </div>
  );
}
