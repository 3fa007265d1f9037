import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { scaleLinear } from 'd3-scale';
import { useTranslation } from 'react-i18next';
import { IconMinus, IconTrendingDown, IconTrendingUp } from '../../shared/icons.js';
import { pathOf } from './chart-scales.js';
import classes from './picker.module.css';
import type { Count, Reading } from './trend-model.js';
import { isBeyondChance } from './trend-model.js';
import type { Words } from './words.js';

const spark = { width: 84, height: 24 };

function Sparkline({ counts, until }: { readonly counts: readonly Count[]; readonly until: number }) {
  const shown = counts.slice(0, until + 1);
  const known = shown.filter((count) => count !== null);
  const most = Math.max(1, ...known);
  const y = scaleLinear()
    .domain([Math.min(most / 2, ...known), most])
    .range([spark.height - 3, 3]);
  const x = (index: number) => 3 + (index * (spark.width - 6)) / Math.max(1, shown.length - 1);
  const end = shown.at(-1) ?? null;
  const plot = { x, y: (count: number) => y(count) };
  return (
    <svg className={classes.spark} width={spark.width} height={spark.height} aria-hidden>
      <path d={pathOf(plot, shown, 0, shown.length - 1)} />
      {end !== null && <circle cx={x(shown.length - 1)} cy={y(end)} r={2.6} />}
    </svg>
  );
}

type PickerProps = {
  readonly trend: DifficultyTrend;
  readonly order: readonly Difficulty[];
  readonly selected: Difficulty;
  readonly reading: Reading | null;
  readonly words: Words;
  readonly onSelect: (difficulty: Difficulty) => void;
};

/** All difficulties with their line in small, to choose which one is in colour; marks only changes beyond chance. */
export function DifficultyPicker({ trend, order, selected, reading, words, onSelect }: PickerProps) {
  const { t } = useTranslation('trends');
  const to = reading?.to.last ?? trend.quarters.length - 1;
  return (
    <ul className={classes.list}>
      {order.map((difficulty) => {
        const counts = trend.difficulties.find((one) => one.difficulty === difficulty)?.counts ?? [];
        const change = reading?.changes.find((one) => one.difficulty === difficulty);
        const isFlagged = change !== undefined && isBeyondChance(change);
        const isRise = isFlagged && change.strength > 0;
        const verdict = isFlagged ? t(isRise ? 'picker.rising' : 'picker.falling') : t('picker.steady');
        return (
          <li key={difficulty}>
            <button
              type="button"
              className={classes.item}
              aria-pressed={difficulty === selected}
              onClick={() => onSelect(difficulty)}
            >
              <span className={classes.name}>{words.name(difficulty)}</span>
              <Sparkline counts={counts} until={to} />
              <span className={classes.count}>{words.count(counts[to] ?? null)}</span>
              <span className={isFlagged ? classes.flag : classes.calm} title={verdict}>
                {isFlagged ? (
                  isRise ? (
                    <IconTrendingUp size={17} aria-hidden />
                  ) : (
                    <IconTrendingDown size={17} aria-hidden />
                  )
                ) : (
                  <IconMinus size={14} aria-hidden />
                )}
                <span className="visually-hidden">{verdict}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
