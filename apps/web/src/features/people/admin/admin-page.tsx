import { Link } from '@tanstack/react-router';
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

/** The cards, each with the place that one jumps to. */
const parts = [
  ['people', PeopleCard],
  ['services', ServicesCard],
  ['policies', PoliciesCard],
  ['providers', ProvidersCard],
  ['mail', MailCard],
  ['exports', ExportsCard],
  ['keeping', KeepingCard],
] as const;

/** Every card by its title, and the way to it. */
function Jumps() {
  const { t } = useTranslation('admin');
  const { t: operations } = useTranslation('operations');
  return (
    <nav className={classes.jumps} aria-label={t('jumps')} data-no-print>
      <ul>
        {parts.map(([id]) => (
          <li key={id}>
            <Link to="/admin" search={(before) => before} hash={id}>
              {id === 'keeping' ? operations('keeping.title') : t(`${id}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What an administrator of the platform looks after, a card for each thing. */
export function AdminPage() {
  const { t } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={t('admin')}>
      {rooms.admin(session) ? (
        <div className={classes.page}>
          <Jumps />
          {parts.map(([id, Part]) => (
            <div key={id} id={id} tabIndex={-1} className={classes.part}>
              <Part />
            </div>
          ))}
        </div>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}
