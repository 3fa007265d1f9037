import type { Saved } from '#contracts/analysis';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../shared/labels.js';
import type { WorkbenchSearch } from './route.js';
import { workbenchQueries } from '../queries.js';
import { DraftNote } from '../../../shared/draft-note.js';
import { IconDeviceFloppy, IconPlayerPlay, IconPlayerStopFilled, IconPlus } from '../../../shared/icons.js';
import { Card } from '../../../shared/page.js';
import { Loading } from '../../../shared/states.js';
import { say } from '../../../shared/toast.js';
import { later } from '../../../shared/later.js';
import { DeskDialogs, type DialogName } from './desk-dialogs.js';
import type { Opened } from './opened.js';
import { ParameterFields } from './parameter-fields.js';
import type { EditorHandle } from './sql-editor.js';
import { SqlField } from './sql-field.js';
import { useDesk } from './use-desk.js';
import classes from './workbench.module.css';

/** Charts come with the first result, not with the page. */
const ResultCard = later(() => import('./result-card.js'), 'ResultCard');

type DeskProps = {
  readonly opened: Opened;
  readonly search: WorkbenchSearch;
  /** The editor of the page, which the shelf writes into too. */
  readonly editor: EditorHandle | null;
  readonly onEditor: (handle: EditorHandle | null) => void;
};

/** One query: what it asks, its values, its SQL, and what it answers. */
export function Desk({ opened, search, editor, onEditor }: DeskProps) {
  const { t } = useTranslation('workbench');
  const nameOf = useNameOf();
  const navigate = useNavigate({ from: '/analysis/workbench' });
  const desk = useDesk(opened, search);
  const { data: tables = [] } = useQuery(workbenchQueries.tables());
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const runButton = useRef<HTMLButtonElement>(null);
  const deeds = useRef<HTMLDivElement>(null);
  const help = useId();
  const { run, fields, missing, request } = desk;
  const isRunning = run?.state === 'running';
  const isOwn = opened.saved?.own === true;
  const done = (saved: Saved) => {
    setDialog(null);
    say(t('save.done'));
    desk.showSaved(saved.savedId);
  };
  return (
    <div className={classes.desk}>
      <Card>
        <div className={classes.head}>
          <div className={classes.titles}>
            <h2 className={classes.title}>{opened.title ?? t('new.title')}</h2>
            <p className={classes.explanation}>
              {opened.saved !== null && !opened.saved.own
                ? t('shelf.by', { name: nameOf(opened.saved.ownerName) })
                : (opened.explanation ?? (opened.saved === null ? t('new.text') : t('save.yours')))}
            </p>
          </div>
          {opened.queryId !== undefined && (
            <Button
              variant="subtle"
              size="xs"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() => void navigate({ search: {} })}
            >
              {t('new.start')}
            </Button>
          )}
        </div>
        <ParameterFields fields={fields} values={desk.values} onChange={desk.setValue} />
        <DraftNote draft={desk.draft} />
        <SqlField
          key={desk.begun}
          text={desk.sql}
          label={t('sql.label')}
          help={help}
          hint={t('sql.hint')}
          tables={tables}
          faultAt={run?.fault?.position ?? null}
          onReady={onEditor}
          onChange={desk.setSql}
          onRun={() => void desk.go()}
          onLeave={() => (runButton.current?.disabled === false ? runButton : deeds).current?.focus()}
        />
        <div className={classes.deeds} ref={deeds} tabIndex={-1}>
          {/* One place for both, so that stopping needs no search; Escape leads here from the editor. */}
          <Button
            ref={runButton}
            data-run
            disabled={!isRunning && (request.sql === '' || missing.length > 0)}
            color={isRunning ? 'red' : 'indigo'}
            leftSection={
              isRunning ? <IconPlayerStopFilled size={17} aria-hidden /> : <IconPlayerPlay size={17} aria-hidden />
            }
            onClick={() => (isRunning ? desk.stop() : void desk.go())}
          >
            {t(isRunning ? 'run.stop' : 'run.start')}
          </Button>
          {isOwn && (
            <>
              <Button
                variant="default"
                leftSection={<IconDeviceFloppy size={17} aria-hidden />}
                onClick={() => setDialog('change')}
              >
                {t(desk.isEdited ? 'save.changes' : 'save.change')}
              </Button>
              <Button variant="default" onClick={() => setDialog('delete')}>
                {t('delete.open')}
              </Button>
            </>
          )}
          <Button
            variant="default"
            leftSection={isOwn ? undefined : <IconDeviceFloppy size={17} aria-hidden />}
            disabled={request.sql === ''}
            onClick={() => setDialog('save')}
          >
            {t(isOwn ? 'save.copy' : 'save.open')}
          </Button>
          <p className={classes.help} id={help}>
            {missing.length > 0
              ? t('run.missing', { names: missing.map(({ name }) => `$${name}`).join(', ') })
              : t('sql.help')}
          </p>
        </div>
      </Card>
      {run !== null && (
        <Suspense fallback={<Loading rows={2} />}>
          <ResultCard
            run={run}
            chart={desk.chart}
            onChart={desk.setChart}
            onGoTo={(position) => editor?.goTo(position)}
          />
        </Suspense>
      )}
      <DeskDialogs
        dialog={dialog}
        opened={opened}
        content={{ kind: 'query', sql: request.sql, parameters: request.parameters, chart: desk.chart }}
        onClose={() => setDialog(null)}
        onSaved={done}
        onDeleted={() => void navigate({ search: {} })}
      />
    </div>
  );
}
