import type { Service } from '#contracts/directory';
import { professions } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { directoryQueries } from '../../../shared/directory-queries.js';
import { useLabels } from '../../../shared/labels.js';
import { Card } from '../../../shared/page.js';
import { ReadingTable } from '../../../shared/reading-table.js';
import { Failure, Loading } from '../../../shared/states.js';
import { CapacityBadge } from '../../../shared/status.js';
import { useFormats, useNow } from '../../../shared/time.js';
import { useMedia } from '../../../shared/use-media.js';
import classes from './admin.module.css';

type Listed = { readonly services: readonly Service[] };

function useConfirmed(): (service: Service) => string {
  const { t } = useTranslation('admin');
  const formats = useFormats();
  const now = useNow();
  return ({ capacityConfirmedAt: at }) => (at === null ? t('services.never') : formats.day(new Date(at), now));
}

function ServiceLink({ service }: { readonly service: Service }) {
  const labels = useLabels();
  const name = labels.text(service.name);
  return (
    <>
      <Link to="/directory" search={{ q: name }}>
        {name}
      </Link>
      <span className={classes.quiet}>{labels.of(professions, service.profession)}</span>
    </>
  );
}

/** One below the other, where a table would be too wide. */
function Lines({ services }: Listed) {
  const { t } = useTranslation('admin');
  const confirmed = useConfirmed();
  return (
    <ul className={classes.lines}>
      {services.map((service) => (
        <li key={service.serviceId} className={classes.service}>
          <ServiceLink service={service} />
          <p>
            {service.organisationName} <CapacityBadge capacity={service.capacity} />
            <span>{t('services.confirmedOn', { day: confirmed(service) })}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Table({ services }: Listed) {
  const { t } = useTranslation('admin');
  const confirmed = useConfirmed();
  return (
    <ReadingTable label={t('services.title')} bounded>
      <thead>
        <tr>
          <th scope="col">{t('services.service')}</th>
          <th scope="col">{t('services.house')}</th>
          <th scope="col">{t('services.state')}</th>
          <th scope="col">{t('services.confirmed')}</th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <tr key={service.serviceId}>
            <th scope="row">
              <ServiceLink service={service} />
            </th>
            <td>{service.organisationName}</td>
            <td>
              <CapacityBadge capacity={service.capacity} />
            </td>
            <td>{confirmed(service)}</td>
          </tr>
        ))}
      </tbody>
    </ReadingTable>
  );
}

/** Every service with its house and whether it takes new work; the directory tells the rest. */
export function ServicesCard() {
  const { t } = useTranslation('admin');
  const labels = useLabels();
  const isNarrow = useMedia('(max-width: 620px)');
  const { data: services, error, refetch } = useQuery(directoryQueries.services());
  const inOrder = (services ?? []).toSorted(
    (a, b) =>
      a.organisationName.localeCompare(b.organisationName, labels.language) ||
      labels.text(a.name).localeCompare(labels.text(b.name), labels.language),
  );
  return (
    <Card title={t('services.title')}>
      {services === undefined &&
        (error === null ? <Loading rows={6} /> : <Failure compact error={error} retry={() => void refetch()} />)}
      {services !== undefined && (
        <>
          <p className={classes.intro}>{t('services.intro')}</p>
          {isNarrow ? <Lines services={inOrder} /> : <Table services={inOrder} />}
        </>
      )}
    </Card>
  );
}
