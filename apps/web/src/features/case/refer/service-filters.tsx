import type { CaseView } from '#contracts/case';
import { capacities } from '#contracts/directory/codes';
import { caseLanguages, codesOf, difficulties, professions, region } from '#contracts/kernel/codes';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconSearch } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import type { ServiceFilters } from './service-search.js';
import { asTheCase } from './service-search.js';
import classes from './service-filters.module.css';

type Option = readonly [value: string, label: string];

type FilterProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
};

function Filter({ label, value, options, onChange }: FilterProps): ReactNode {
  const id = useId();
  return (
    <div className={classes.filter}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** On touch the first focus would open the keyboard over the list. */
function canHover(): boolean {
  return window.matchMedia('(hover: hover)').matches;
}

type ServiceFiltersBarProps = {
  readonly view: CaseView;
  readonly filters: ServiceFilters;
  readonly onChange: (filters: ServiceFilters) => void;
};

/** Search in the directory, set beforehand to what the case needs. */
export function ServiceFiltersBar({ view, filters, onChange }: ServiceFiltersBarProps) {
  const { t } = useTranslation('refer');
  const labels = useLabels();
  const set = (part: Partial<ServiceFilters>) => onChange({ ...filters, ...part });
  const ofCase = view.facts.difficulties.map((one) => one.difficulty);
  const consented = view.consent?.professions ?? [];
  const places = Object.keys(region.municipalities)
    .map((code): Option => [code, labels.municipality(code)])
    .sort((a, b) => a[1].localeCompare(b[1], labels.language));
  return (
    <div className={classes.bar} role="search" aria-label={t('search.label')}>
      <div className={classes.search}>
        <IconSearch size={17} aria-hidden />
        <input
          type="search"
          data-autofocus={canHover() || undefined}
          value={filters.q}
          placeholder={t('search.placeholder')}
          aria-label={t('search.placeholder')}
          onChange={(event) => set({ q: event.target.value })}
        />
      </div>
      <div className={classes.filters}>
        <Filter
          label={t('filter.profession')}
          value={filters.profession}
          onChange={(profession) => set({ profession })}
          options={[
            [asTheCase, t('filter.allProfessions')],
            ...codesOf(professions).map((code): Option => [
              code,
              consented.includes(code)
                ? labels.of(professions, code)
                : t('filter.without', { profession: labels.of(professions, code) }),
            ]),
          ]}
        />
        <Filter
          label={t('filter.difficulty')}
          value={filters.difficulty}
          onChange={(difficulty) => set({ difficulty })}
          options={[
            [asTheCase, t('filter.ofCase')],
            ...[...ofCase, ...codesOf(difficulties).filter((code) => !ofCase.includes(code))].map((code): Option => [
              code,
              labels.of(difficulties, code),
            ]),
            ['', t('filter.any')],
          ]}
        />
        <Filter
          label={t('filter.language')}
          value={filters.language}
          onChange={(language) => set({ language })}
          options={[
            [asTheCase, t('filter.ofCase')],
            ...caseLanguages.map((code): Option => [code, labels.caseLanguage(code)]),
            ['', t('filter.any')],
          ]}
        />
        <Filter
          label={t('filter.municipality')}
          value={filters.municipality}
          onChange={(municipality) => set({ municipality })}
          options={[['', t('filter.anywhere')], ...places]}
        />
        <Filter
          label={t('filter.capacity')}
          value={filters.capacity}
          onChange={(capacity) => set({ capacity })}
          options={[
            ['', t('filter.any')],
            ...codesOf(capacities).map((code): Option => [code, labels.of(capacities, code)]),
          ]}
        />
      </div>
    </div>
  );
}
