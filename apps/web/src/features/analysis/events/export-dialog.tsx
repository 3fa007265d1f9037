import type { ExportFormat } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceList } from '../../../shared/choice-list.js';
import { WaitingNote } from '../../../shared/draft-note.js';
import { Dialog } from '../../../shared/dialog.js';
import { useMoments } from '../event-words/moments.js';
import { IconDownload, IconPlayerStopFilled } from '../../../shared/icons.js';
import { Failure } from '../../../shared/states.js';
import { ExportOutcome } from '../parts/export-outcome.js';
import { useExport, type ExportState } from '../parts/use-export.js';
import { eventQueries } from './event-queries.js';
import classes from './export-dialog.module.css';
import type { FilterQuery } from './filter.js';

const formats: readonly ExportFormat[] = ['csv', 'xlsx', 'ndjson', 'parquet'];
const unit = 1_000_000;

function useSize(): (bytes: number) => string {
  const { t } = useTranslation('events');
  const moments = useMoments();
  return (bytes) =>
    bytes < unit
      ? t('export.kilobytes', { number: moments.number(Math.ceil(bytes / 1000)) })
      : t('export.megabytes', { number: moments.number(Math.round(bytes / (unit / 10)) / 10) });
}

function Outcome({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation('events');
  const moments = useMoments();
  const size = useSize();
  return (
    <ExportOutcome
      state={state}
      words={{
        label: t('export.running'),
        waiting: (ahead) => t('export.waiting', { place: ahead + 1 }),
        running: (percent, bytes) =>
          percent === null
            ? t('export.begun')
            : t('export.progress', { percent: Math.round(percent), size: size(bytes) }),
        ready: (rows, bytes) => t('export.ready', { number: moments.number(rows), size: size(bytes) }),
        stopped: t('export.stopped'),
        broken: t('export.broken'),
      }}
      looks={{ running: classes.running, ready: classes.ready, stopped: classes.note, fault: classes.fault }}
    />
  );
}

type ExportDialogProps = {
  readonly filter: FilterQuery;
  readonly columns: readonly string[];
  readonly reading: number;
  readonly onClose: () => void;
};

/** Takes everything that is filtered away as a file: how many first, how far while it is made, stoppable. */
export function ExportDialog({ filter, columns, reading, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['events', 'common']);
  const moments = useMoments();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [which, setWhich] = useState<'shown' | 'all'>('shown');
  const count = useQuery({ ...eventQueries.count(filter, reading), staleTime: 0 });
  const { state, start, stop } = useExport();
  const isRunning = state.at === 'running';
  return (
    <Dialog opened onClose={onClose} title={t('export.title')} size={500} closeOnClickOutside={!isRunning}>
      <div className={classes.body}>
        {count.error !== null && count.data === undefined ? (
          <Failure compact error={count.error} retry={() => void count.refetch()} />
        ) : (
          <p className={classes.count} aria-live="polite">
            {count.data === undefined
              ? t('export.counting')
              : t('export.count', { count: count.data.count, number: moments.number(count.data.count) })}
          </p>
        )}
        <ChoiceList
          legend={t('export.format')}
          value={format}
          onChange={setFormat}
          options={formats.map((value) => ({ value, label: t(`export.${value}`), hint: t(`export.${value}Hint`) }))}
        />
        <ChoiceList
          legend={t('export.columns')}
          value={which}
          onChange={setWhich}
          options={[
            { value: 'shown', label: t('export.shown', { count: columns.length }) },
            { value: 'all', label: t('export.all') },
          ]}
        />
        <p className={classes.note}>{t('export.audited')}</p>
        <WaitingNote held={undefined} busy={isRunning || count.isFetching || count.isPaused} />
        <Outcome state={state} />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {t('common:form.close')}
          </Button>
          {isRunning ? (
            <Button color="red" leftSection={<IconPlayerStopFilled size={16} />} onClick={stop}>
              {t('export.stop')}
            </Button>
          ) : (
            <Button
              leftSection={<IconDownload size={16} />}
              disabled={count.data === undefined || count.data.count === 0}
              onClick={() =>
                void start({ of: 'events', filter, format, ...(which === 'shown' && { columns: [...columns] }) })
              }
            >
              {t('export.start')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
