import type { AnalysisEvent } from '#contracts/analysis';
import { historyType } from '#domain/case';
import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../event-words/moments.js';
import { IconArrowUp } from '../../../shared/icons.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useWidth } from '../../../shared/use-width.js';
import { EventGrid } from './event-grid.js';
import classes from './event-list.module.css';
import { eventQueries, type Counted } from './event-queries.js';
import { hidesImported, type FilterQuery } from './filter.js';
import { useEventRows } from './use-event-rows.js';

/** Rows that were read, and the filter they are of, as text. */
export type ReadRows = { readonly of: string; readonly sample: readonly AnalysisEvent[] };

type EventListProps = {
  readonly filter: FilterQuery;
  readonly reading: number;
  readonly isFiltered: boolean;
  readonly columns: readonly string[];
  readonly opened: string | undefined;
  readonly onOpen: (event: AnalysisEvent) => void;
  /** Told the first rows that were read, of which filter. */
  readonly onSample: (rows: ReadRows) => void;
  readonly onReadAgain: () => void;
  readonly onClear: () => void;
  /** Shows the events that hold imported history. */
  readonly onImported: () => void;
};

/** How many events of this filter came into the archive since they were counted. */
function useArrived(filter: FilterQuery, counted: Counted | undefined): number {
  const events = useQuery(eventQueries.freshness()).data?.events;
  const now = useQuery({
    ...eventQueries.arrived(filter, events ?? 0),
    enabled: counted !== undefined && events !== undefined && events !== counted.before,
    placeholderData: keepPreviousData,
  }).data?.count;
  return now === undefined || counted === undefined ? 0 : Math.max(0, now - counted.count);
}

/** What a filter that finds nothing cannot see: imported history, when there is any where it looks and it does not ask for it. */
function ImportedHistory({ filter, onShow }: { readonly filter: FilterQuery; readonly onShow: () => void }) {
  const { t } = useTranslation('events');
  const moments = useMoments();
  const isUnseen = hidesImported(filter);
  const { data } = useQuery({ ...eventQueries.count({ type: historyType }, 0), staleTime: 60_000, enabled: isUnseen });
  return !isUnseen || data === undefined || data.count === 0 ? null : (
    <div className={classes.unseen} role="status">
      <p>{t('list.imported', { count: data.count, number: moments.number(data.count) })}</p>
      <Button variant="default" size="xs" onClick={onShow}>
        {t('list.showImported')}
      </Button>
    </div>
  );
}

/** What happened, newest first; what comes meanwhile announces itself and moves nothing. */
export function EventList(props: EventListProps) {
  const { t } = useTranslation(['events', 'common']);
  const moments = useMoments();
  const rows = useEventRows(props.filter, props.reading);
  const counted = useQuery(eventQueries.count(props.filter, props.reading));
  const total = counted.data?.count;
  const arrived = useArrived(props.filter, counted.data);
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const { onSample } = props;
  const of = JSON.stringify(props.filter);
  useEffect(() => onSample({ of, sample: rows.sample }), [onSample, of, rows.sample]);
  return (
    <div ref={ref} className={classes.list}>
      <div className={classes.count}>
        <p aria-live="polite">
          {total === undefined
            ? t(counted.error === null ? 'list.counting' : 'list.uncounted')
            : t('list.count', { count: total, number: moments.number(total) })}
        </p>
        {arrived > 0 ? (
          <TextButton onClick={props.onReadAgain} icon={<IconArrowUp size={15} aria-hidden />}>
            {t('list.arrived', { count: arrived, number: moments.number(arrived) })}
          </TextButton>
        ) : (
          <span>{t('list.sorted')}</span>
        )}
      </div>
      {rows.error !== null && rows.state !== 'failed' && (
        <p className={classes.failed} role="alert">
          {rows.error.message}{' '}
          <Button size="xs" variant="default" onClick={rows.again}>
            {t('common:state.retry')}
          </Button>
        </p>
      )}
      {rows.state === 'loading' && <Loading rows={12} />}
      {rows.state === 'failed' && <Failure error={rows.error} retry={rows.again} />}
      {rows.state === 'empty' && (
        <Empty
          title={t(props.isFiltered ? 'list.filtered' : 'list.empty')}
          text={t(props.isFiltered ? 'list.filteredText' : 'list.emptyText')}
          {...(props.isFiltered && {
            action: (
              <Button variant="default" onClick={props.onClear}>
                {t('common:form.clear')}
              </Button>
            ),
          })}
        />
      )}
      {rows.state === 'empty' && props.isFiltered && (
        <ImportedHistory filter={props.filter} onShow={props.onImported} />
      )}
      {rows.state === 'there' && (
        <EventGrid
          label={t('list.label')}
          columns={props.columns}
          count={rows.count}
          total={total}
          rowAt={rows.rowAt}
          opened={props.opened}
          onOpen={props.onOpen}
          onLook={rows.look}
          scroller={scroller}
          width={width}
        />
      )}
    </div>
  );
}
