import type { Series } from '#contracts/outside';
import { mayDo, viewerOf } from '#domain/people';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outsideQueries } from './queries.js';
import { useSession } from '../../client/session.js';
import { IconUpload } from '../../shared/icons.js';
import { useLabels } from '../../shared/labels.js';
import { Card, Page } from '../../shared/page.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import { laterDialog } from '../../shared/later.js';
import classes from './outside.module.css';
import { Pair } from './pair.js';
import { SeriesList } from './series-list.js';

const ImportDialog = laterDialog(() => import('./import-dialog.js'), 'ImportDialog');
const RemoveDialog = laterDialog(() => import('./remove-dialog.js'), 'RemoveDialog');

type Opened = 'new' | 'replace' | 'remove' | null;

/** Public series of others, such as bankruptcies, beside the platform's own inflow. */
export function OutsidePage() {
  const { t } = useTranslation('outside');
  const { t: names } = useTranslation('names');
  const labels = useLabels();
  const session = useSession();
  const search = useSearch({ from: '/signed-in/trends/outside' });
  const navigate = useNavigate({ from: '/trends/outside' });
  const { data, error, refetch } = useQuery(outsideQueries.series());
  const [opened, setOpened] = useState<Opened>(null);
  const mayImport = mayDo(viewerOf(session), 'import-outside');
  const all = [...(data ?? [])].sort((a, b) =>
    labels.text(a.title).localeCompare(labels.text(b.title), labels.language),
  );
  const selected = all.find((one) => one.seriesId === search.series) ?? all[0];
  const show = (seriesId: string | undefined) =>
    void navigate({
      search: { span: search.span, view: search.view, series: seriesId },
      replace: true,
      resetScroll: false,
    });
  const done = (series: Series) => {
    setOpened(null);
    show(series.seriesId);
  };
  return (
    <Page title={names('outside')} beside={t('beside')}>
      {mayImport && (
        <div className={classes.deeds} data-no-print>
          <Button leftSection={<IconUpload size={17} aria-hidden />} onClick={() => setOpened('new')}>
            {t('import.open')}
          </Button>
          {selected !== undefined && (
            <>
              <Button variant="default" onClick={() => setOpened('replace')}>
                {t('import.replace')}
              </Button>
              <Button variant="default" onClick={() => setOpened('remove')}>
                {t('remove.open')}
              </Button>
            </>
          )}
        </div>
      )}
      {data === undefined && error === null && (
        <Card>
          <Loading rows={6} />
        </Card>
      )}
      {data === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data !== undefined && selected === undefined && (
        <Card>
          <Empty title={t('empty.title')} text={t(mayImport ? 'empty.import' : 'empty.text')} />
        </Card>
      )}
      {selected !== undefined && (
        <div className={classes.page}>
          <Pair key={selected.seriesId} series={selected} />
          <SeriesList all={all} selected={selected} onSelect={show} />
        </div>
      )}
      <Suspense fallback={null}>
        {(opened === 'new' || opened === 'replace') && (
          <ImportDialog
            replaced={opened === 'replace' ? selected : undefined}
            onClose={() => setOpened(null)}
            onDone={done}
          />
        )}
        {opened === 'remove' && selected !== undefined && (
          <RemoveDialog
            series={selected}
            onClose={() => setOpened(null)}
            onDone={() => {
              setOpened(null);
              show(undefined);
            }}
          />
        )}
      </Suspense>
    </Page>
  );
}
