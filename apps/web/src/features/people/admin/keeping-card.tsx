import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Keeping } from '../../../shared/keeping.js';
import { operationsQueries } from '../../../shared/operations-queries.js';
import { Card } from '../../../shared/page.js';
import { Failure, Loading } from '../../../shared/states.js';
import classes from './admin.module.css';

/** The age of the backup and the room on the disks, as the page of operations tells them. */
export function KeepingCard() {
  const { t } = useTranslation('operations');
  const { t: admin } = useTranslation('admin');
  const { t: names } = useTranslation('names');
  const { data: view, error, refetch } = useQuery(operationsQueries.operations());
  if (view === undefined) {
    return (
      <Card title={t('keeping.title')}>
        {error === null ? <Loading rows={2} /> : <Failure compact error={error} retry={() => void refetch()} />}
      </Card>
    );
  }
  return (
    <Keeping view={view}>
      <p className={classes.callback}>
        {admin('keeping.more')} <Link to="/operations">{names('operations')}</Link>
      </p>
    </Keeping>
  );
}
