import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../shared/labels.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { workbenchQueries } from '../queries.js';
import { FilterSelect } from '../../../shared/filter-select.js';
import { Card, Page } from '../../../shared/page.js';
import { Empty, Failure, Loading, NoPermission } from '../../../shared/states.js';
import classes from './analysis-audit.module.css';
import { AuditTable } from './audit-table.js';
import { kinds, namesOf } from './words.js';

function Audit() {
  const { t } = useTranslation('audit');
  const nameOf = useNameOf();
  const { t: common } = useTranslation();
  const { t: names } = useTranslation('names');
  const search = useSearch({ from: '/signed-in/analysis/audit' });
  const navigate = useNavigate({ from: '/analysis/audit' });
  const kind = kinds.find((one) => one === search.kind);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...workbenchQueries.audit({ personId: search.person, kind }),
    placeholderData: keepPreviousData,
  });
  const set = (part: Partial<typeof search>) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const entries = data?.pages.flat() ?? [];
  const isFiltered = search.person !== undefined || kind !== undefined;
  return (
    <Card title={t('list')}>
      <p className={classes.explain}>
        {t('covered')} {t('switched')} <Link to="/admin">{names('admin')}</Link>
      </p>
      <div className={classes.filters}>
        <FilterSelect
          label={t('filter.person')}
          value={search.person}
          options={namesOf(entries, search.person, nameOf)}
          onChange={(person) => set({ person })}
        />
        <FilterSelect
          label={t('filter.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(value) => set({ kind: value })}
        />
      </div>
      {data === undefined && error === null && <Loading rows={8} />}
      {data === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {data !== undefined && entries.length === 0 && (
        <Empty compact title={t('empty')} text={t(isFiltered ? 'emptyFiltered' : 'emptyText')} />
      )}
      {entries.length > 0 && (
        <AuditTable
          entries={entries}
          onPerson={search.person === undefined ? (person) => set({ person }) : undefined}
        />
      )}
      {hasNextPage && (
        <Button
          className={classes.more}
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {common('form.more')}
        </Button>
      )}
    </Card>
  );
}

/** What analysts did, for administrators. */
export function AnalysisAuditPage() {
  const { t } = useTranslation('audit');
  const { t: names } = useTranslation('names');
  const session = useSession();
  return (
    <Page title={names('analysisAudit')} beside={t('beside')}>
      {rooms.analysisAudit(session) ? (
        <div className={classes.page}>
          <Audit />
        </div>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}
