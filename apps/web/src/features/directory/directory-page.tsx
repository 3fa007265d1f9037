import type { Service } from '#contracts/directory';
import { capacities } from '#contracts/directory/codes';
import { caseLanguages, difficulties, professions, stages } from '#contracts/kernel/codes';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { directoryQueries } from '../../shared/directory-queries.js';
import type { DirectorySearch } from './route.js';
import { optionsOf } from '../../shared/code-options.js';
import { FilterSelect } from '../../shared/filter-select.js';
import type { Labels } from '../../shared/labels.js';
import { useLabels } from '../../shared/labels.js';
import { Page } from '../../shared/page.js';
import { Empty, Failure, Loading } from '../../shared/states.js';
import classes from './directory-page.module.css';
import { fits } from './fits.js';
import { ServiceEntry } from './service-entry.js';

type Group = { readonly organisationId: string; readonly name: string; readonly services: readonly Service[] };

function byOrganisation(services: readonly Service[], labels: Labels): readonly Group[] {
  const ids = [...new Set(services.map((service) => service.organisationId))];
  return ids
    .map((organisationId) => {
      const own = services.filter((service) => service.organisationId === organisationId);
      return { organisationId, name: own[0]?.organisationName ?? organisationId, services: own };
    })
    .sort((a, b) => a.name.localeCompare(b.name, labels.language));
}

function Filters({ search, count }: { readonly search: DirectorySearch; readonly count: number | undefined }) {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const navigate = useNavigate({ from: '/directory' });
  const set = (name: keyof DirectorySearch) => (value: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, [name]: value }), replace: true, resetScroll: false });
  const spoken = caseLanguages.map((value) => ({ value, label: labels.caseLanguage(value) }));
  const lists = [
    ['profession', optionsOf(professions, labels)],
    ['difficulty', optionsOf(difficulties, labels)],
    ['stage', optionsOf(stages, labels)],
    ['language', spoken],
    ['capacity', optionsOf(capacities, labels)],
  ] as const;
  return (
    <div className={classes.bar} data-no-print>
      <input
        key={search.q === undefined ? 'empty' : 'set'}
        className={classes.search}
        type="search"
        aria-label={t('filter.q')}
        placeholder={t('filter.q')}
        defaultValue={search.q ?? ''}
        onChange={(event) => set('q')(event.target.value)}
      />
      {lists.map(([name, options]) => (
        <FilterSelect
          key={name}
          label={t(`filter.${name}`)}
          value={search[name]}
          onChange={set(name)}
          options={options}
        />
      ))}
      <span className={classes.count} aria-live="polite">
        {count !== undefined && t('count', { count })}
      </span>
    </div>
  );
}

/** Who does what, and how: every service of every member institution. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const labels = useLabels();
  const search = useSearch({ from: '/signed-in/directory' });
  const { data: services, error, refetch } = useQuery(directoryQueries.services());
  const { data: organisations } = useQuery(directoryQueries.organisations());
  const found = services?.filter((service) => fits(service, search, labels));
  const website = (organisationId: string) =>
    organisations?.find((one) => one.organisationId === organisationId)?.website ?? null;
  return (
    <Page title={t('title')}>
      <Filters search={search} count={found?.length} />
      {services === undefined && error === null && <Loading rows={8} />}
      {services === undefined && error !== null && <Failure error={error} retry={() => void refetch()} />}
      {found?.length === 0 && <Empty title={t('nothing')} text={t('nothingText')} />}
      {byOrganisation(found ?? [], labels).map((group) => (
        <section key={group.organisationId} className={classes.organisation} aria-label={group.name}>
          <h2 className={classes.organisationName}>
            {group.name}
            {website(group.organisationId) !== null && (
              <a href={website(group.organisationId) ?? undefined} target="_blank" rel="noreferrer">
                {website(group.organisationId)
                  ?.replace(/^https?:\/\/(www\.)?/, '')
                  .replace(/\/$/, '')}
              </a>
            )}
          </h2>
          {group.services.map((service) => (
            <ServiceEntry key={service.serviceId} service={service} />
          ))}
        </section>
      ))}
      {services?.some((service) => service.demonstration) === true && (
        <p className={classes.note}>{t('demonstration')}</p>
      )}
    </Page>
  );
}
