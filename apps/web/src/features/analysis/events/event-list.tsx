import type { AnalysisEvent } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../event-words/moments.js';
import { IconArrowUp } from '../../../shared/icons.js';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useWidth } from '../../../shared/use-width.js';
import { EventGrid } from './event-grid.js';
import classes from './event-list.module.css';
import { eventQueries } from './event-queries.js';
import type { FilterQuery } from './filter.js';
import { useEventRows } from './use-event-rows.js';

type EventListProps = {
  readonly filter: FilterQuery;
  readonly reading: number;
  readonly isFiltered: boolean;
  readonly columns: readonly string[];
  readonly opened: string | undefined;
  readonly onOpen: (event: AnalysisEvent) => void;
  readonly onSample: (events: readonly AnalysisEvent[]) => void;
  readonly onReadAgain: () => void;
  readonly onClear: () => void;
};

/** How many events came into the archive since this list was read, of any kind. */
function useArrived(): number {
  const events = useQuery(eventQueries.freshness()).data?.events;
  const [first, setFirst] = useState<number>();
  if (first === undefined && events !== undefined) {
    setFirst(events);
  }
  return first === undefined || events === undefined ? 0 : Math.max(0, events - first);
}

/** What happened, newest first; what comes meanwhile announces itself and moves nothing. */
export function EventList(props: EventListProps) {
  const { t } = useTranslation(['events', 'common']);
  const moments = useMoments();
  const rows = useEventRows(props.filter, props.reading);
  const counted = useQuery(eventQueries.count(props.filter, props.reading));
  const total = counted.data?.count;
  const arrived = useArrived();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const { onSample } = props;
  useEffect(() => onSample(rows.sample), [onSample, rows.sample]);
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
