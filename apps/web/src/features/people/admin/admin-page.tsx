import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { Page } from '../../../shared/page.js';
import { NoPermission } from '../../../shared/states.js';
import { rooms } from '../rooms.js';
import classes from './admin.module.css';
import { ExportsCard } from './exports-card.js';
import { KeepingCard } from './keeping-card.js';
import { MailCard } from './mail-card.js';
import { PeopleCard } from './people-card.js';
import { PoliciesCard } from './policies-card.js';
import { ProvidersCard } from './providers-card.js';
import { ServicesCard } from './services-card.js';

/** What an administrator of the platform looks after, a card for each thing. */
export function AdminPage() {
  const { t } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={t('admin')}>
      {rooms.admin(session) ? (
        <div className={classes.page}>
          <PeopleCard />
          <ServicesCard />
          <PoliciesCard />
          <ProvidersCard />
          <MailCard />
          <ExportsCard />
          <KeepingCard />
        </div>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}
