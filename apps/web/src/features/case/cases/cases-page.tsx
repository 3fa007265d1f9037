import { caseStatuses } from '#contracts/case/codes';
import { difficulties } from '#contracts/kernel/codes';
import { Button } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseFilters } from '../queries.js';
import { caseQueries } from '../queries.js';
import { useSession } from '../../../client/session.js';
import { rooms } from '../rooms.js';
import { optionsOf } from '../../../shared/code-options.js';
import { FilterSelect } from '../../../shared/filter-select.js';
import { useLabels } from '../../../shared/labels.js';
import { Page } from '../../../shared/page.js';
import { Empty, Failure, Loading, NoPermission } from '../../../shared/states.js';
import { CaseTable } from './case-table.js';
import classes from './cases-page.module.css';

function Filters({ filters, total }: { readonly filters: CaseFilters; readonly total: number | undefined }) {
  const { t } = useTranslation('cases');
  const labels = useLabels();
  const navigate = useNavigate({ from: '/cases' });
  const set = (name: keyof CaseFilters) => (value: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, [name]: value }), replace: true, resetScroll: false });
  return (
    <div className={classes.bar}>
      <input
        className={classes.code}
        type="text"
        aria-label={t('filter.code')}
        placeholder={t('filter.code')}
        defaultValue={filters.code ?? ''}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => set('code')(event.target.value.trim().toUpperCase())}
      />
      <FilterSelect
        label={t('filter.status')}
        value={filters.status}
        onChange={set('status')}
        options={optionsOf(caseStatuses, labels)}
      />
      <FilterSelect
        label={t('filter.difficulty')}
        value={filters.difficulty}
        onChange={set('difficulty')}
        options={optionsOf(difficulties, labels)}
      />
      <span className={classes.count} aria-live="polite">
        {total !== undefined && t('count', { count: total })}
      </span>
    </div>
  );
}

function List({ filters }: { readonly filters: CaseFilters }) {
  const { t } = useTranslation(['cases', 'common']);
  const query = useInfiniteQuery({ ...caseQueries.cases(filters), placeholderData: keepPreviousData });
  const pages = query.data?.pages;
  const cases = pages?.flatMap((page) => page.cases) ?? [];
  const total = pages?.at(-1)?.total;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className={classes.list}>
      <Filters filters={filters} total={total} />
      {query.error !== null && pages === undefined && (
        <Failure error={query.error} retry={() => void query.refetch()} />
      )}
      {pages === undefined && query.error === null && <Loading rows={8} />}
      {pages !== undefined && cases.length === 0 && (
        <Empty
          title={t(isFiltered ? 'filtered' : 'empty')}
          text={isFiltered ? undefined : t('emptyText')}
          {...(!isFiltered && {
            action: (
              <Button component={Link} to="/cases/new">
                {t('new')}
              </Button>
            ),
          })}
        />
      )}
      {cases.length > 0 && <CaseTable cases={cases} />}
      {query.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('common:form.more')}
          </Button>
          {total !== undefined && t('common:form.shown', { shown: cases.length, total })}
        </div>
      )}
    </div>
  );
}

/** Every case the person may see, the newest first. */
export function CasesPage() {
  const { t } = useTranslation('cases');
  const session = useSession();
  const filters = useSearch({ from: '/signed-in/cases' });
  return <Page title={t('title')}>{rooms.cases(session) ? <List filters={filters} /> : <NoPermission />}</Page>;
}
