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
import classes from './admin.module.css';

/** Every service with its house and whether it takes new work; the directory tells the rest. */
export function ServicesCard() {
  const { t } = useTranslation('admin');
  const labels = useLabels();
  const formats = useFormats();
  const now = useNow();
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
              {inOrder.map((service) => (
                <tr key={service.serviceId}>
                  <th scope="row">
                    <Link to="/directory" search={{ q: labels.text(service.name) }}>
                      {labels.text(service.name)}
                    </Link>
                    <span className={classes.quiet}>{labels.of(professions, service.profession)}</span>
                  </th>
                  <td>{service.organisationName}</td>
                  <td>
                    <CapacityBadge capacity={service.capacity} />
                  </td>
                  <td>
                    {service.capacityConfirmedAt === null
                      ? t('services.never')
                      : formats.day(new Date(service.capacityConfirmedAt), now)}
                  </td>
                </tr>
              ))}
            </tbody>
          </ReadingTable>
        </>
      )}
    </Card>
  );
}
