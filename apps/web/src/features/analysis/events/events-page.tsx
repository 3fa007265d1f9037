import type { AnalysisEvent } from '#contracts/analysis';
import { historyType } from '#domain/case';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventsSearch } from './route.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { IconBroadcast, IconDownload } from '../../../shared/icons.js';
import { Page } from '../../../shared/page.js';
import { Failure, Loading, NoPermission } from '../../../shared/states.js';
import { TextButton } from '../../../shared/text-button.js';
import { useNow } from '../../../shared/time.js';
import { later, laterDialog } from '../../../shared/later.js';
import { AddCondition, ConditionChips } from './conditions.js';
import { EventList, type ReadRows } from './event-list.js';
import { eventQueries } from './event-queries.js';
import classes from './events-page.module.css';
import { FilterBar } from './filter-bar.js';
import barClasses from './filter-bar.module.css';
import { columnsInSearch, columnsOf, filterBy, filterOf, isFiltered, noFilter, type FilterQuery } from './filter.js';
import { FreshnessBar } from './freshness-bar.js';
import { pathsIn, placeOf } from './values.js';
import { isOnlyView, searchOf } from './views.js';

const EventPanel = later(() => import('./event-panel.js'), 'EventPanel');
const TailView = later(() => import('./tail-view.js'), 'TailView');
const ColumnChooser = later(() => import('./column-chooser.js'), 'ColumnChooser');
const SavedViews = later(() => import('./saved-views.js'), 'SavedViews');
const ExportDialog = laterDialog(() => import('./export-dialog.js'), 'ExportDialog');

function ExportButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('events');
  const settings = useQuery(eventQueries.settings()).data;
  const isOff = settings?.exportsAllowed === false;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={15} />}
      disabled={isOff}
      title={isOff ? t('export.offText') : undefined}
      onClick={onClick}
    >
      {t(isOff ? 'export.off' : 'export.open')}
    </Button>
  );
}

function Explorer() {
  const { t } = useTranslation(['events', 'common']);
  const navigate = useNavigate({ from: '/analysis/events' });
  const search = useSearch({ from: '/signed-in/analysis/events' });
  const now = useNow();
  // What was read when; what somebody comes back to is read anew.
  const [reading, setReading] = useState(Date.now);
  const readAgain = () => setReading(Date.now());
  const [exported, setExported] = useState<FilterQuery>();
  const [{ of, sample }, setRead] = useState<ReadRows>({ of: '', sample: [] });
  // Without any filter and columns of its own it is no longer the view, whose bare address would bring everything back.
  const show = (to: EventsSearch) =>
    void navigate({ search: { ...to, ...(isOnlyView(to) && { view: undefined }) }, replace: true, resetScroll: false });
  const change = (part: Partial<EventsSearch>) => show({ ...search, ...part });
  const open = (place: string | undefined) =>
    void navigate({
      search: (before) => ({ ...before, open: place }),
      // The way back from an event is the button of the browser.
      replace: search.open !== undefined,
      resetScroll: false,
    });
  const filter = filterOf(search, now);
  const filterText = JSON.stringify(filter);
  const columns = columnsOf(search);
  const setColumns = (next: readonly string[]) => change({ columns: columnsInSearch(next) });
  const toggleColumn = (column: string) =>
    setColumns(columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]);
  const grid = {
    filter,
    columns,
    opened: search.open,
    onOpen: (event: AnalysisEvent) => open(placeOf(event)),
  };
  return (
    <div className={classes.explorer} data-reading={search.open !== undefined}>
      <FreshnessBar />
      <div className={classes.board}>
        <div className={classes.list}>
          <div className={barClasses.bar}>
            <div className={barClasses.filters}>
              <FilterBar search={search} onChange={change} />
              <AddCondition search={search} sample={sample} onChange={change} />
              <ConditionChips search={search} onChange={change} />
              {isFiltered(search) && <TextButton onClick={() => change(noFilter)}>{t('common:form.clear')}</TextButton>}
            </div>
            <span className={classes.tools}>
              <Suspense fallback={null}>
                <SavedViews search={search} onShow={show} />
                <ColumnChooser columns={columns} paths={pathsIn(sample)} onChange={setColumns} />
              </Suspense>
              <ExportButton onClick={() => setExported(filter)} />
              {search.tail === undefined && (
                <Button size="xs" leftSection={<IconBroadcast size={15} />} onClick={() => change({ tail: '1' })}>
                  {t('tail.start')}
                </Button>
              )}
            </span>
          </div>
          {search.tail === undefined ? (
            <EventList
              key={JSON.stringify([filter, reading])}
              {...grid}
              reading={reading}
              isFiltered={isFiltered(search)}
              onSample={setRead}
              onReadAgain={readAgain}
              onClear={() => change(noFilter)}
              onImported={() => change({ ...noFilter, type: historyType })}
            />
          ) : (
            <Suspense fallback={<Loading rows={4} />}>
              <TailView
                key={filterText}
                {...grid}
                kept={of === filterText ? sample : []}
                onLeave={() => {
                  readAgain();
                  change({ tail: undefined });
                }}
              />
            </Suspense>
          )}
        </div>
        {search.open !== undefined && (
          <Suspense fallback={null}>
            <EventPanel
              place={search.open}
              onOpen={open}
              onClose={() => open(undefined)}
              columns={columns}
              onColumn={toggleColumn}
              canFilter={(column, value) => filterBy(search, column, value) !== undefined}
              onFilter={(column, value) => change(filterBy(search, column, value) ?? {})}
            />
          </Suspense>
        )}
      </div>
      {exported !== undefined && (
        <Suspense fallback={null}>
          <ExportDialog filter={exported} columns={columns} reading={reading} onClose={() => setExported(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** A bare link to a view becomes the search that it stands for; everything else is in the address already. */
function Linked({ search, view }: { readonly search: EventsSearch; readonly view: string }) {
  const { data, error, refetch } = useQuery(eventQueries.view(view));
  if (data === undefined) {
    return error === null ? <Loading rows={12} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const linked = { ...search, ...searchOf(data) };
  return isOnlyView(linked) ? <Explorer /> : <Navigate to="/analysis/events" search={linked} replace />;
}

function Room() {
  const search = useSearch({ from: '/signed-in/analysis/events' });
  return search.view !== undefined && isOnlyView(search) ? <Linked search={search} view={search.view} /> : <Explorer />;
}

/** The event explorer of analysts: what happened, newest first, and what happens now. */
export function EventsPage() {
  const { t } = useTranslation('events');
  const session = useSession();
  return (
    <Page title={t('title')} beside={t('beside')}>
      {rooms.events(session) ? <Room /> : <NoPermission />}
    </Page>
  );
}
