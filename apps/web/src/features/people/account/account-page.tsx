import { useTranslation } from 'react-i18next';
import { Page } from '../../../shared/page.js';
import classes from './account.module.css';
import { OwnAccounts } from './own-accounts.js';
import { OwnSessions } from './own-sessions.js';

/** What a person manages of their own: with what they sign in, and where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('title')}>
      <div className={classes.page}>
        <OwnAccounts />
        <OwnSessions />
      </div>
    </Page>
  );
}
