import type { ExportFormat, RunRequest } from '#contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { workbenchQueries } from '../../app/workbench-queries.js';
import { IconDownload, IconPlayerStopFilled } from '../../shared/icons.js';
import { useLanguage } from '../../shared/labels.js';
import { bytesIn } from './sizes.js';
import classes from './result.module.css';
import { downloadOf, useExport } from './use-export.js';

const formats: readonly ExportFormat[] = ['csv', 'parquet', 'ndjson'];

/** Takes the whole result of a query away as a file, of whatever length it is; or says that this installation does not allow it. */
export function ExportBar({ request }: { readonly request: RunRequest }) {
  const { t } = useTranslation('workbench');
  const language = useLanguage();
  const { data: settings } = useQuery(workbenchQueries.settings());
  const { state, start, stop } = useExport();
  if (settings?.exportsAllowed === false) {
    return <p className={classes.notice}>{t('export.off')}</p>;
  }
  const isRunning = state?.state === 'running';
  const size = bytesIn(language, state?.bytes ?? 0);
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
            onClick={() => void start(request, format)}
          >
            {t(`export.format.${format}`)}
          </Button>
        ))}
        {isRunning && (
          <Button size="xs" variant="default" leftSection={<IconPlayerStopFilled size={15} aria-hidden />} onClick={stop}>
            {t('export.stop')}
          </Button>
        )}
      </div>
      {isRunning && (
        <div className={classes.exportLine}>
          <progress
            className={classes.progress}
            aria-label={t('export.label')}
            max={100}
            {...(state.percent !== null && { value: state.percent })}
          />
          <span>{t('export.running', { size })}</span>
        </div>
      )}
      <div role="status">
        {state?.ready !== null && state?.ready !== undefined && (
          <p className={classes.good}>
            {t('export.ready', { count: state.ready.rows, size })}{' '}
            <a href={downloadOf(state.ready.exportId)} download={state.ready.name}>
              {state.ready.name}
            </a>
          </p>
        )}
      </div>
      {state?.fault !== null && state?.fault !== undefined && (
        <p className={classes.notice} role="alert">
          {state.fault.text}
        </p>
      )}
    </div>
  );
}
