import type { ExportFormat, RunRequest } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingQueries } from '../../../shared/setting-queries.js';
import { WaitingNote } from '../../../shared/draft-note.js';
import { IconDownload, IconPlayerStopFilled } from '../../../shared/icons.js';
import { useLanguage } from '../../../shared/labels.js';
import { ExportOutcome } from '../parts/export-outcome.js';
import { useExport, type ExportState } from '../parts/use-export.js';
import classes from './result.module.css';
import { bytesIn } from './sizes.js';

const formats: readonly ExportFormat[] = ['csv', 'xlsx', 'parquet', 'ndjson'];

function Outcome({ state }: { readonly state: ExportState }) {
  const { t } = useTranslation('workbench');
  const language = useLanguage();
  return (
    <ExportOutcome
      state={state}
      words={{
        label: t('export.label'),
        waiting: (ahead) => t('export.waiting', { place: ahead + 1 }),
        running: (_percent, bytes) => t('export.running', { size: bytesIn(language, bytes) }),
        ready: (count, bytes) => t('export.ready', { count, size: bytesIn(language, bytes) }),
        stopped: t('export.stopped'),
        broken: t('fault.incomplete'),
      }}
      looks={{
        running: classes.exportLine,
        progress: classes.progress,
        ready: classes.good,
        stopped: classes.notice,
        fault: classes.notice,
      }}
    />
  );
}

/** Takes the whole result of a query away as a file, of whatever length it is; or says that this installation does not allow it. */
export function ExportBar({ request, isNamed }: { readonly request: RunRequest; readonly isNamed: boolean }) {
  const { t } = useTranslation('workbench');
  const { data: settings } = useQuery(settingQueries.exports());
  const { state, start, stop } = useExport();
  if (settings?.exportsAllowed === false) {
    return <p className={classes.notice}>{t('export.off')}</p>;
  }
  const isRunning = state.at === 'running';
  return (
    <div className={classes.export}>
      <div className={classes.exportLine} role="group" aria-label={t('export.label')}>
        <span className={classes.exportName}>{t('export.label')}</span>
        {formats.map((format) => (
          <Button
            key={format}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            disabled={isRunning || settings === undefined}
            onClick={() => void start({ of: 'query', run: request, format })}
          >
            {t(`export.format.${format}`)}
          </Button>
        ))}
        {isRunning && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStopFilled size={15} aria-hidden />}
            onClick={stop}
          >
            {t('export.stop')}
          </Button>
        )}
      </div>
      {isNamed && <span className={classes.quiet}>{t('names.filesHaveCodes')}</span>}
      <WaitingNote held={undefined} busy={isRunning} />
      <Outcome state={state} />
    </div>
  );
}
