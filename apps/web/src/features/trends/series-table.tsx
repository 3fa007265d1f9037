import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { useTranslation } from 'react-i18next';
import classes from './series-table.module.css';
import type { Words } from './words.js';

type SeriesTableProps = {
  readonly trend: DifficultyTrend;
  readonly selected: Difficulty;
  readonly running: number;
  readonly words: Words;
};

/** The line chart as a table: the same figures, with their share of all cases. */
export function SeriesTable({ trend, selected, running, words }: SeriesTableProps) {
  const { t } = useTranslation('trends');
  const counts = trend.difficulties.find((one) => one.difficulty === selected)?.counts ?? [];
  const shareOf = (index: number): string => {
    const count = counts[index] ?? null;
    const all = trend.cases[index] ?? null;
    return count === null || all === null || all === 0
      ? '–'
      : t('series.percent', { value: Math.round((100 * count) / all) });
  };
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('chart.title', { name: words.within(selected) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('series.quarter')}</th>
          <th scope="col">{words.name(selected)}</th>
          <th scope="col">{t('heat.cases')}</th>
          <th scope="col">{t('series.share')}</th>
        </tr>
      </thead>
      <tbody>
        {trend.quarters.map((quarter, index) => (
          <tr key={quarter}>
            <th scope="row">
              {words.quarter(quarter)}
              {index === running && <span className={classes.running}> ({t('chart.running')})</span>}
            </th>
            <td>{words.count(counts[index] ?? null)}</td>
            <td>{words.count(trend.cases[index] ?? null)}</td>
            <td>{shareOf(index)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
