import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { workbenchQueries } from '../queries.js';
import { useLabels } from '../../../shared/labels.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import classes from './shelf.module.css';

/** What every list of the shelf is given. */
export type ListProps = { readonly current?: string | undefined; readonly onOpen: () => void };

/** Questions of the platform with their answers ready to run. */
export function ReadyList({ current, onOpen }: ListProps) {
  const { t } = useTranslation('workbench');
  const labels = useLabels();
  const { data, error, refetch } = useQuery(workbenchQueries.shelf());
  if (data === undefined) {
    return error === null ? <Loading rows={6} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return <Empty compact title={t('shelf.noReady')} />;
  }
  return (
    <ul>
      {data.map((ready) => (
        <li key={ready.queryId}>
          <Link
            to="/analysis/workbench"
            search={{ query: ready.queryId }}
            className={classes.item}
            aria-current={ready.queryId === current ? 'true' : undefined}
            activeProps={{}}
            onClick={onOpen}
          >
            {labels.text(ready.question)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
