import { useTranslation } from 'react-i18next';
import { Page } from '../../../shared/page.js';
import { OwnSessions } from './own-sessions.js';

/** What a person manages of their own: where they are signed in. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <Page title={t('title')}>
      <OwnSessions />
    </Page>
  );
}
