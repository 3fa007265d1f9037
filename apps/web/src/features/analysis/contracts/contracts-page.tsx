import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../shared/labels.js';
import { Card, Page } from '../../../shared/page.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { Channels } from './channels.js';
import { contractQueries } from './contract-queries.js';
import classes from './contracts.module.css';
import { EventContract } from './event-contract.js';
import { PrivacyLegend } from './privacy-chip.js';
import { Reading } from './reading.js';
import { found } from './search-model.js';
import { TypeList } from './type-list.js';

function Contracts() {
  const { t } = useTranslation('contracts');
  const labels = useLabels();
  const search = useSearch({ from: '/signed-in/analysis/contracts' });
  const navigate = useNavigate({ from: '/analysis/contracts' });
  const { data, error, refetch } = useQuery(contractQueries.catalogue());
  if (data === undefined) {
    return (
      <Card>{error === null ? <Loading rows={8} /> : <Failure error={error} retry={() => void refetch()} />}</Card>
    );
  }
  const words = search.q ?? '';
  const event = data.events.find((one) => one.type === search.type);
  return (
    <div className={classes.layout}>
      <TypeList
        events={found(data.events, words, labels)}
        words={words}
        current={event?.type}
        onWords={(q) => void navigate({ search: { ...search, q }, replace: true, resetScroll: false })}
      />
      <div className={classes.page}>
        {event !== undefined && <EventContract event={event} samples={data.samples} />}
        {event === undefined && search.type !== undefined && (
          <Card>
            <Empty compact title={t('missing')} text={search.type} />
          </Card>
        )}
        {event === undefined && <Channels view={data} />}
        <PrivacyLegend />
        {event === undefined && <Reading view={data} />}
      </div>
    </div>
  );
}

/** The contracts of the event streams: every type with its fields, what they mean and can tell, and how to read them. */
export function ContractsPage() {
  const { t } = useTranslation('contracts');
  const { t: names } = useTranslation('names');
  return (
    <Page title={names('contracts')} beside={t('beside')}>
      <Contracts />
    </Page>
  );
}
