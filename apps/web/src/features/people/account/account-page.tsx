import { useTranslation } from 'react-i18next';
import { Page } from '../../../shared/page.js';
import { OwnAbsences } from '../absence/own-absences.js';
import { OwnPasskeys } from '../passkeys/own-passkeys.js';
import classes from './account.module.css';
import { OwnAccounts } from './own-accounts.js';
import { OwnData } from './own-data.js';
import { OwnSessions } from './own-sessions.js';
import { OwnTrail } from './own-trail.js';

/** What a person manages of their own: with what they sign in, where they are signed in, and what is known of it. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('title')}>
      <div className={classes.page}>
        <OwnData />
        <OwnAbsences />
        <OwnAccounts />
        <OwnPasskeys />
        <OwnSessions />
        <OwnTrail />
      </div>
    </Page>
  );
}
