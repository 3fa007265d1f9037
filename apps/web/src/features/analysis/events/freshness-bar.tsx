import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTypeNames } from '../event-words/event-types.js';
import { useMoments } from '../event-words/moments.js';
import { IconAlertTriangle, IconClock } from '../../../shared/icons.js';
import { eventQueries } from './event-queries.js';
import classes from './freshness-bar.module.css';

/** How far the list, the archive and the files are behind what happened; refreshes on its own. */
export function FreshnessBar() {
  const { t } = useTranslation('events');
  const moments = useMoments();
  const typeName = useTypeNames();
  const { data, error } = useQuery(eventQueries.freshness());
  if (data === undefined) {
    return (
      <p className={classes.bar} role="status">
        {t(error === null ? 'fresh.loading' : 'fresh.failed')}
      </p>
    );
  }
  const lag = (count: number | null) =>
    count === null ? t('fresh.unknown') : count === 0 ? t('fresh.none') : t('fresh.lag', { count });
  const isBehind = (data.archiveLag ?? 1) > 0 || (data.projectionLag ?? 1) > 0;
  return (
    <dl className={classes.bar} data-behind={isBehind || undefined}>
      <div>
        <dt>
          {error === null ? <IconClock size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
          {t('fresh.newest')}
        </dt>
        <dd>
          {data.newest === null
            ? t('fresh.noEvent')
            : t('fresh.newestAt', {
                type: typeName(data.newest.type),
                when: moments.exact(new Date(data.newest.time)),
              })}
        </dd>
      </div>
      <div>
        <dt>{t('fresh.projection')}</dt>
        <dd>{lag(data.projectionLag)}</dd>
      </div>
      <div>
        <dt>{t('fresh.archive')}</dt>
        <dd>{lag(data.archiveLag)}</dd>
      </div>
      <div>
        <dt>{t('fresh.filed')}</dt>
        <dd>
          {data.filedUntil === null ? t('fresh.notFiled') : moments.exact(new Date(data.filedUntil))}
          {data.unfiled > 0 && ` ${t('fresh.unfiled', { count: data.unfiled, number: moments.number(data.unfiled) })}`}
        </dd>
      </div>
      <div>
        <dt>{t('fresh.events')}</dt>
        <dd>{moments.number(data.events)}</dd>
      </div>
      {error !== null && <div className={classes.stale}>{t('fresh.stale')}</div>}
    </dl>
  );
}
