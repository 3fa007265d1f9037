import type { AnalysisEvent } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoments } from '../event-words/moments.js';
import { IconArrowUp, IconPlayerPause, IconPlayerPlay, IconPlayerStopFilled } from '../../../shared/icons.js';
import { Empty, Failure } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useWidth } from '../../../shared/use-width.js';
import { EventGrid } from './event-grid.js';
import type { FilterQuery } from './filter.js';
import { isOver, mostKept, tailOf, type Tail, type TailState } from './tail.js';
import classes from './tail-view.module.css';

type TailViewProps = {
  readonly filter: FilterQuery;
  /** The rows that were read of this filter: they stay, and what comes stands above them. */
  readonly kept: readonly AnalysisEvent[];
  readonly columns: readonly string[];
  readonly opened: string | undefined;
  readonly onOpen: (event: AnalysisEvent) => void;
  /** Back to the list of what happened. */
  readonly onLeave: () => void;
};

type ControlsProps = { readonly tail: Tail; readonly state: TailState; readonly onLeave: () => void };

function Controls({ tail, state, onLeave }: ControlsProps) {
  const { t } = useTranslation('events');
  const moments = useMoments();
  const isStopped = isOver(state);
  return (
    <div className={classes.controls}>
      <span className={classes.state} data-connection={state.paused ? 'paused' : state.connection} role="status">
        {t(state.paused && !isStopped ? 'tail.paused' : `tail.${state.connection}`)}
      </span>
      <span className={classes.figure} data-rate>
        {t('tail.rate', { rate: moments.number(Math.round(state.rate * 10) / 10) })}
      </span>
      <span className={classes.figure}>
        {t('tail.received', { count: state.received, number: moments.number(state.received) })}
      </span>
      <span className={classes.buttons}>
        {!isStopped && (
          <Button
            size="xs"
            variant="default"
            leftSection={state.paused ? <IconPlayerPlay size={15} /> : <IconPlayerPause size={15} />}
            onClick={() => tail.pause(!state.paused)}
          >
            {t(state.paused ? 'tail.resume' : 'tail.pause')}
          </Button>
        )}
        {isStopped ? (
          <Button size="xs" leftSection={<IconPlayerPlay size={15} />} onClick={tail.again}>
            {t('tail.again')}
          </Button>
        ) : (
          <Button size="xs" color="red" leftSection={<IconPlayerStopFilled size={15} />} onClick={tail.stop}>
            {t('tail.stop')}
          </Button>
        )}
        <TextButton onClick={onLeave}>{t('tail.leave')}</TextButton>
      </span>
    </div>
  );
}

/** Events of one filter as they come; while one reads further down, or after a pause, they wait and are counted. */
export function TailView({ filter, kept, columns, opened, onOpen, onLeave }: TailViewProps) {
  const { t } = useTranslation('events');
  const [tail] = useState(() => tailOf(filter, kept));
  const state = useSyncExternalStore(tail.subscribe, tail.state);
  const moments = useMoments();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useWidth<HTMLDivElement>(900);
  const showWaiting = () => {
    scroller.current?.scrollTo({ top: 0 });
    tail.hold(false);
    tail.pause(false);
  };
  return (
    <div ref={ref} className={classes.tail}>
      <Controls tail={tail} state={state} onLeave={onLeave} />
      {state.skipped > 0 && (
        <p className={classes.note} role="status">
          {t('tail.skipped', { count: state.skipped, number: moments.number(state.skipped) })}
        </p>
      )}
      {state.gap && <p className={classes.note}>{t('tail.gap')}</p>}
      <div aria-live="polite">
        {state.waiting > 0 && !isOver(state) && (
          <button type="button" className={classes.waiting} onClick={showWaiting}>
            <IconArrowUp size={16} aria-hidden />
            {t('tail.waiting', { count: state.waiting, number: moments.number(state.waiting) })}
            {state.waiting > mostKept && ` ${t('tail.waitingCut', { number: moments.number(mostKept) })}`}
          </button>
        )}
      </div>
      {state.refusal !== undefined && <Failure compact error={state.refusal} />}
      {state.events.length === 0 && state.refusal === undefined && (
        <Empty title={t(isOver(state) ? 'tail.emptyStopped' : 'tail.empty')} text={t('tail.emptyText')} />
      )}
      {state.events.length > 0 && (
        <EventGrid
          label={t('tail.label')}
          columns={columns}
          count={state.events.length}
          total={state.events.length}
          rowAt={(index) => state.events[index]}
          opened={opened}
          onOpen={onOpen}
          onScroll={(top) => tail.hold(top > 0)}
          scroller={scroller}
          width={width}
        />
      )}
      {state.events.length >= mostKept && (
        <p className={classes.note}>{t('tail.bounded', { number: moments.number(mostKept) })}</p>
      )}
    </div>
  );
}
