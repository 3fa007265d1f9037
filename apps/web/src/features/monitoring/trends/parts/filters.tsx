import { sectorGroups } from '#contracts/case/codes';
import { areas, difficulties, difficultyGroups } from '#contracts/kernel/codes';
import type { Standing } from '#contracts/monitoring';
import { weeksBetween } from '#domain/calendar';
import { useTranslation } from 'react-i18next';
import type { TrendSearch } from '../route.js';
import { optionsOf } from '../../../../shared/code-options.js';
import { Choice } from '../../../../shared/figures/choice.js';
import { useLabels } from '../../../../shared/labels.js';
import { coverageOf, filtersOf, lastWholeWeek, spansOf, weekName } from '#figures';
import classes from './filters.module.css';

type FiltersProps = {
  readonly search: TrendSearch;
  readonly standing: Standing | null;
  readonly onChange: (part: TrendSearch) => void;
};

const mostWeeks = 60;

/** Since when, compared with what, and where; all of it in the address. */
export function TrendFilters({ search, standing, onChange }: FiltersProps) {
  const { t } = useTranslation('trends');
  const { t: common } = useTranslation();
  const labels = useLabels();
  const filters = filtersOf(search);
  const coverage = standing === null ? null : coverageOf(standing);
  const whole = coverage === null ? [] : weeksBetween(coverage.first, lastWholeWeek(coverage));
  const weeks = whole.slice(-mostWeeks).toReversed();
  // The week with which the page begins, where the one that was asked for is none of its weeks.
  const since =
    coverage === null || filters.since === undefined
      ? filters.since
      : spansOf(coverage, filters.against, filters.since).period.from;
  const offered = since === undefined || weeks.includes(since) ? weeks : [since, ...weeks];
  const narrowing = { sector: undefined, area: undefined, group: undefined };
  const isNarrowed = [filters.sector, filters.area, filters.group].some((code) => code !== undefined);
  return (
    <>
      <Choice
        label={t('filter.since')}
        value={since}
        none={t('filter.quarter')}
        options={offered.map((week) => ({ value: week, label: weekName(week, labels.language) }))}
        onChange={(chosen) => onChange({ since: chosen })}
      />
      <Choice
        label={t('filter.against')}
        value={filters.against === 'year' ? 'year' : undefined}
        none={t('filter.before')}
        options={[{ value: 'year', label: t('filter.year') }]}
        onChange={(against) => onChange({ against })}
      />
      <Choice
        label={t('filter.difficulty')}
        value={filters.difficulty}
        none={t('filter.clearest')}
        options={optionsOf(difficulties, labels)}
        onChange={(difficulty) => onChange({ difficulty })}
      />
      <Choice
        label={t('filter.sector')}
        value={filters.sector}
        none={t('filter.allSectors')}
        options={optionsOf(sectorGroups, labels)}
        onChange={(sector) => onChange({ sector })}
      />
      <Choice
        label={t('filter.area')}
        value={filters.area}
        none={t('filter.allAreas')}
        options={optionsOf(areas, labels)}
        onChange={(area) => onChange({ area })}
      />
      <Choice
        label={t('filter.group')}
        value={filters.group}
        none={t('filter.allGroups')}
        options={optionsOf(difficultyGroups, labels)}
        onChange={(group) => onChange({ group })}
      />
      {isNarrowed && (
        <button type="button" className={classes.clear} onClick={() => onChange(narrowing)}>
          {common('form.clear')}
        </button>
      )}
    </>
  );
}
