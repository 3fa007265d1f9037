import { useRouteContext, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { useLabels } from '../../../shared/labels.js';
import { Card, Page } from '../../../shared/page.js';
import { Empty, Failure, Loading, NoPermission } from '../../../shared/states.js';
import { Desk } from './desk.js';
import { useOpened } from './opened.js';
import { Shelf } from './shelf.js';
import type { EditorHandle } from './sql-editor.js';
import classes from './workbench.module.css';

function Workbench() {
  const { t } = useTranslation('workbench');
  const labels = useLabels();
  const search = useSearch({ from: '/signed-in/analysis/workbench' });
  const { step } = useRouteContext({ from: '/signed-in/analysis/workbench' });
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const { opened, error, retry, missing } = useOpened(search.query, labels);
  const isStart = search.query === undefined && search.sql === undefined;
  return (
    <div className={classes.layout}>
      <Shelf current={search.query} isStart={isStart} onInsert={(name) => editor?.insert(name)} />
      {missing === true ? (
        <Card>
          <Empty title={t('missing.title')} text={t('missing.text')} />
        </Card>
      ) : opened === undefined ? (
        <Card>{error === null ? <Loading rows={6} /> : <Failure error={error} retry={() => void retry()} />}</Card>
      ) : (
        <Desk key={step} opened={opened} search={search} editor={editor} onEditor={setEditor} />
      )}
    </div>
  );
}

/** The analysts' SQL workbench: ready questions, saved queries, an editor, and what it answers as rows and picture. */
export function WorkbenchPage() {
  const { t } = useTranslation('workbench');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('workbench')} beside={t('beside')}>
      {rooms.workbench(session) ? <Workbench /> : <NoPermission />}
    </Page>
  );
}
