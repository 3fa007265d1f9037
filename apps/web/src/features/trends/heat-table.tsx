import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './heat-table.module.css';
import type { Count, Move } from './trend-model.js';
import type { Words } from './words.js';

const grades = 6;

function gradeOf(count: Count, most: number): number {
  return count === null || most === 0 ? 0 : Math.min(grades - 1, Math.floor(Math.sqrt(count / most) * grades));
}

type HeatTableProps = {
  readonly trend: DifficultyTrend;
  readonly order: readonly Difficulty[];
  readonly selected: Difficulty;
  readonly running: number;
  readonly words: Words;
  /** Figures that moved a moment ago. */
  readonly moves: readonly Move[];
  readonly onSelect: (difficulty: Difficulty) => void;
};

/** Every figure of the trend: difficulties by quarter, the darker the more cases. */
export function HeatTable({ trend, order, selected, running, words, moves, onSelect }: HeatTableProps) {
  const { t } = useTranslation('trends');
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    scroll.current?.scrollTo({ left: scroll.current.scrollWidth });
  }, []);
  const byDifficulty = new Map(trend.difficulties.map((one) => [one.difficulty, one.counts]));
  const most = Math.max(0, ...trend.difficulties.flatMap((one) => one.counts).filter((count) => count !== null));
  const hasMoved = (difficulty: Difficulty | null, index: number) =>
    moves.some((move) => move.difficulty === difficulty && move.index === index);
  const cell = (difficulty: Difficulty | null, count: Count, index: number) => (
    <td
      key={`${trend.quarters[index] ?? index} ${hasMoved(difficulty, index) ? String(count) : ''}`}
      className={`${difficulty === null ? classes.total : (classes[`grade${gradeOf(count, most)}`] ?? '')} ${
        hasMoved(difficulty, index) ? classes.moved : ''
      } ${count === null ? classes.below : ''}`}
    >
      {words.count(count)}
    </td>
  );
  return (
    <div ref={scroll} className={classes.scroll} role="group" aria-label={t('heat.title')} tabIndex={0}>
      <table className={classes.table}>
        <caption className="visually-hidden">{t('heat.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('heat.difficulty')}
            </th>
            {trend.quarters.map((quarter, index) => (
              <th key={quarter} scope="col" className={index === running ? classes.running : undefined}>
                {words.shortQuarter(quarter)}
                {index === running && <span className={classes.runningNote}>{t('chart.running')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((difficulty) => (
            <tr key={difficulty} aria-current={difficulty === selected || undefined}>
              <th scope="row">
                <button type="button" className={classes.name} onClick={() => onSelect(difficulty)}>
                  {words.name(difficulty)}
                </button>
              </th>
              {(byDifficulty.get(difficulty) ?? []).map((count, index) => cell(difficulty, count, index))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('heat.cases')}</th>
            {trend.cases.map((count, index) => cell(null, count, index))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
