import type { ImportBatch } from '#contracts/case';
import { importColumns, importLimits, optionalImportColumns } from '#contracts/case/codes';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DragEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';
import { WaitingNote } from '../../shared/draft-note.js';
import { Problem } from '../../shared/form-problem.js';
import { IconCircleCheck, IconUpload } from '../../shared/icons.js';
import { Card } from '../../shared/page.js';
import { RowErrors } from '../../shared/row-errors.js';
import { importFile, rowErrorOf } from './import-file.js';
import classes from './operations.module.css';

function Errors({ problem }: { readonly problem: ApiProblem }) {
  const { t } = useTranslation('operations');
  const words = {
    title: t('import.errors'),
    row: t('import.row'),
    column: t('import.column'),
    wrong: t('import.wrong'),
    noColumn: t('import.wholeRow'),
  };
  return <RowErrors errors={problem.objections.map(rowErrorOf)} words={words} />;
}

function Done({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('operations');
  const { data = batch } = useQuery({
    queryKey: ['import', batch.batchId],
    queryFn: ({ signal }) => api.get<ImportBatch>(`/imports/${batch.batchId}`, {}, signal),
    refetchInterval: (query) => ((query.state.data?.published ?? 0) < batch.rows ? 1500 : false),
  });
  const isWhole = data.published >= data.rows;
  return (
    <div className={classes.done} role="status">
      <IconCircleCheck size={20} aria-hidden />
      <div>
        <strong>{t('import.done', { count: data.rows })}</strong>
        <p>{isWhole ? t('import.published') : t('import.publishing', { done: data.published, count: data.rows })}</p>
        <progress max={data.rows} value={data.published} aria-label={t('import.progress')} />
      </div>
    </div>
  );
}

/** Import of closed cases from before Relais: a file, what is wrong with it row by row, or what came of it. */
export function ImportPanel() {
  const { t } = useTranslation('operations');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setIsOver] = useState(false);
  const importing = useMutation({
    mutationFn: importFile,
    retry: false,
    onSuccess: () => {
      setFile(null);
      void client.invalidateQueries({ queryKey: ['figures', 'exact'] });
      void client.invalidateQueries({ queryKey: ['operations'] });
    },
  });
  const choose = (chosen: File | undefined) => {
    if (chosen !== undefined) {
      importing.reset();
      setFile(chosen);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    choose(event.dataTransfer.files[0]);
  };
  const { error } = importing;
  return (
    <Card title={t('import.title')}>
      <p className={classes.lead}>
        {t('import.intro', { rows: importLimits.rows, megabytes: importLimits.megabytes })}
      </p>
      <div
        className={`${classes.drop} ${isOver ? classes.over : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.xlsx,text/csv"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('import.choose')}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button variant="default" leftSection={<IconUpload size={17} />} onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <span className={classes.file}>
          {file === null
            ? t('import.orDrop')
            : t('import.file', { name: file.name, size: Math.max(1, Math.round(file.size / 1024)) })}
        </span>
        <Button
          disabled={file === null}
          loading={importing.isPending}
          onClick={() => file !== null && importing.mutate(file)}
        >
          {t('import.send')}
        </Button>
      </div>
      <WaitingNote held={undefined} busy={importing.isPending} />
      {error !== null && <Problem error={error} />}
      {error instanceof ApiProblem && error.objections.length > 0 && <Errors problem={error} />}
      {importing.data !== undefined && <Done key={importing.data.batchId} batch={importing.data} />}
      <details className={classes.details}>
        <summary>{t('import.columns')}</summary>
        <p className={classes.codes}>
          {[...importColumns, ...optionalImportColumns].map((column) => (
            <code key={column}>{column}</code>
          ))}
        </p>
        <p>{t('import.format')}</p>
      </details>
    </Card>
  );
}
