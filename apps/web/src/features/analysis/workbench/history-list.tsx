import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { workbenchQueries } from '../queries.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { useFormats } from '../../../shared/time.js';
import { searchOfPast } from './history.js';
import type { ListProps } from './ready-list.js';
import classes from './shelf.module.css';

/** One’s own queries, newest first; each opens as it was. */
export function HistoryList({ onOpen }: ListProps) {
  const { t } = useTranslation('workbench');
  const formats = useFormats();
  const { data, error, refetch } = useQuery(workbenchQueries.history());
  if (data === undefined) {
    return error === null ? <Loading rows={4} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return <Empty compact title={t('shelf.noHistory')} text={t('shelf.noHistoryText')} />;
  }
  const now = new Date();
  return (
    <ul>
      {data.map((entry) => (
        <li key={entry.auditId}>
          <Link
            to="/analysis/workbench"
            search={searchOfPast(entry.subject)}
            className={classes.item}
            activeProps={{}}
            onClick={onOpen}
          >
            <code className={classes.sql}>{searchOfPast(entry.subject).sql}</code>
            <span className={classes.quiet}>
              {formats.dayTime(new Date(entry.at), now)}
              {entry.rows !== null && ` · ${t('end.rows', { count: entry.rows, shown: entry.rows })}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
