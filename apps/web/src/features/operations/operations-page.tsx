import type { Finding } from '#contracts/operations';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problem.js';
import { operationsQueries } from '../../shared/operations-queries.js';
import { useSession } from '../../client/session.js';
import { Card, Page } from '../../shared/page.js';
import { Failure, Loading, NoPermission } from '../../shared/states.js';
import { DeadLetters } from './dead-letters.js';
import { Faults } from './faults.js';
import { Flow } from './flow.js';
import { ImportPanel } from './import-panel.js';
import classes from './operations.module.css';
import { Keeping } from '../../shared/keeping.js';
import { Parked } from './parked.js';
import { Partitions } from './partitions.js';
import { Parts } from './parts.js';
import { Queue } from './queue.js';
import { type Outage, outageQuery } from './readiness.js';
import { rooms } from './rooms.js';
import { Verdict } from './verdict.js';

const refreshMilliseconds = 5_000;

const apiAway: Finding = { code: 'engine-away', severity: 'bad', subject: 'api', count: null };
const notRefreshed: Finding = { code: 'engine-away', severity: 'bad', subject: null, count: null };

/** While the view cannot be read, what was known before is not to be trusted. */
function findingsDuring(outage: Outage | undefined): readonly Finding[] {
  if (outage === 'api') {
    return [apiAway];
  }
  return outage === undefined || outage.length === 0 ? [notRefreshed] : outage;
}

function Operations() {
  const { data, error, dataUpdatedAt, failureCount, refetch } = useQuery({
    ...operationsQueries.operations(),
    refetchInterval: refreshMilliseconds,
    // The page says at once that something is wrong, and asks again anyway.
    retry: false,
  });
  const isFailing = error !== null || failureCount > 0;
  const isAway = isFailing && (!(error instanceof ApiProblem) || error.passing);
  const { data: outage } = useQuery({ ...outageQuery, enabled: isAway, refetchInterval: refreshMilliseconds });
  if (data === undefined) {
    if (error === null) {
      return (
        <Card>
          <Loading rows={8} />
        </Card>
      );
    }
    return (
      <div className={classes.page}>
        {isAway && <Verdict findings={findingsDuring(outage)} readAt={null} failing />}
        <Failure error={error} retry={() => void refetch()} />
      </div>
    );
  }
  return (
    <div className={classes.page}>
      <Verdict
        findings={isFailing ? findingsDuring(outage) : data.findings}
        readAt={dataUpdatedAt}
        failing={isFailing}
      />
      <div className={`${classes.page} ${isFailing ? classes.stale : ''}`}>
        <div className={classes.pair}>
          <Parts view={data} />
          <div className={classes.page}>
            <Flow view={data} />
            <Queue queue={data.queue} cases={data.cases} />
            <Keeping view={data} />
          </div>
        </div>
        <DeadLetters view={data} />
        <Parked view={data} />
        <Faults view={data} />
        <Partitions view={data} />
        <ImportPanel />
      </div>
    </div>
  );
}

/** Whether all is well, what to do when it is not, the figures behind it, and the import of history. */
export function OperationsPage() {
  const { t } = useTranslation('operations');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('operations')} beside={t('beside')}>
      {rooms.operations(session) ? <Operations /> : <NoPermission />}
    </Page>
  );
}
