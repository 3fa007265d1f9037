import type { Saved } from '#contracts/analysis';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../shared/labels.js';
import { workbenchQueries } from '../queries.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import type { ListProps } from './ready-list.js';
import classes from './shelf.module.css';

type GroupProps = ListProps & { readonly title: string; readonly saved: readonly Saved[] };

function Group({ title, saved, current, onOpen }: GroupProps) {
  const { t } = useTranslation('workbench');
  const nameOf = useNameOf();
  if (saved.length === 0) {
    return null;
  }
  return (
    <>
      <h3 className={classes.group}>{title}</h3>
      <ul>
        {saved.map((one) => (
          <li key={one.savedId}>
            <Link
              to="/analysis/workbench"
              search={{ query: one.savedId }}
              className={classes.item}
              aria-current={one.savedId === current ? 'true' : undefined}
              activeProps={{}}
              onClick={onOpen}
            >
              {one.name}
              <span className={classes.quiet}>
                {one.own
                  ? t(one.shared ? 'shelf.isShared' : 'shelf.isOwn')
                  : t('shelf.by', { name: nameOf(one.ownerName) })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One’s own queries, and those that others share. */
export function SavedList({ current, onOpen }: ListProps) {
  const { t } = useTranslation('workbench');
  const { data, error, refetch } = useQuery(workbenchQueries.savedQueries());
  if (data === undefined) {
    return error === null ? <Loading rows={4} /> : <Failure compact error={error} retry={() => void refetch()} />;
  }
  if (data.length === 0) {
    return <Empty compact title={t('shelf.noSaved')} text={t('shelf.noSavedText')} />;
  }
  return (
    <>
      <Group title={t('shelf.own')} saved={data.filter((one) => one.own)} current={current} onOpen={onOpen} />
      <Group title={t('shelf.ofOthers')} saved={data.filter((one) => !one.own)} current={current} onOpen={onOpen} />
    </>
  );
}
