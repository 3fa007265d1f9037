import type { DifficultyTrend } from '#contracts';
import type { Difficulty } from '#contracts/codes';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWidth } from '../../shared/use-width.js';
import type { Plot } from './chart-scales.js';
import { pathOf, plotOf } from './chart-scales.js';
import classes from './line-chart.module.css';
import type { Count, Reading } from './trend-model.js';
import type { Words } from './words.js';

type LineChartProps = {
  readonly trend: DifficultyTrend;
  readonly selected: Difficulty;
  readonly running: number;
  readonly reading: Reading | null;
  readonly words: Words;
  readonly height?: number;
  /** 1 on a desk, more on a beamer. */
  readonly unit?: number;
  readonly onSelect?: (difficulty: Difficulty) => void;
};

function Ground({
  plot,
  trend,
  running,
  words,
  unit,
}: Pick<LineChartProps, 'trend' | 'running' | 'words'> & {
  readonly plot: Plot;
  readonly unit: number;
}) {
  const { t } = useTranslation('trends');
  const every = Math.max(1, Math.ceil((52 * unit) / plot.step));
  const last = trend.quarters.length - 1;
  return (
    <g>
      {running >= 0 && (
        <g>
          <rect
            className={classes.running}
            x={plot.x(running) - Math.min(plot.step / 2, 30 * unit)}
            width={plot.right + 12 * unit - plot.x(running) + Math.min(plot.step / 2, 30 * unit)}
            y={plot.top - 20 * unit}
            height={plot.bottom - plot.top + 20 * unit}
          />
          <text className={classes.note} x={plot.right + 8 * unit} y={plot.top - 8 * unit} textAnchor="end">
            {t('chart.running')}
          </text>
        </g>
      )}
      {plot.ticks.map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={plot.left} x2={plot.right} y1={plot.y(tick)} y2={plot.y(tick)} />
          <text className={classes.tick} x={plot.left - 8 * unit} y={plot.y(tick)} dy="0.35em" textAnchor="end">
            {tick}
          </text>
        </g>
      ))}
      {!trend.exact && (
        <rect
          className={classes.hidden}
          x={plot.left}
          width={plot.right - plot.left}
          y={plot.y(trend.threshold)}
          height={plot.bottom - plot.y(trend.threshold)}
        />
      )}
      {trend.quarters.map(
        (quarter, index) =>
          (last - index) % every === 0 && (
            <text
              key={quarter}
              className={classes.tick}
              x={plot.x(index)}
              y={plot.bottom + 20 * unit}
              textAnchor="middle"
            >
              {words.shortQuarter(quarter)}
            </text>
          ),
      )}
    </g>
  );
}

function Highlight({
  plot,
  counts,
  running,
  reading,
  words,
  unit,
}: {
  readonly plot: Plot;
  readonly counts: readonly Count[];
  readonly unit: number;
} & Pick<LineChartProps, 'running' | 'reading' | 'words'>) {
  const settled = running < 0 ? counts.length - 1 : running - 1;
  const isTold = (index: number) => index === reading?.from.last || index === reading?.to.last || index === running;
  return (
    <g>
      <path className={classes.line} d={pathOf(plot, counts, 0, settled)} strokeWidth={2.6 * unit} />
      {counts.map((count, index) => {
        const key = `${index}`;
        const x = plot.x(index);
        if (count === null) {
          return (
            <text key={key} className={classes.below} x={x} y={plot.bottom - 4 * unit} textAnchor="middle">
              {words.count(null)}
            </text>
          );
        }
        return (
          <g key={key}>
            <circle
              className={index === running ? classes.open : classes.dot}
              cx={x}
              cy={plot.y(count)}
              r={(isTold(index) ? 5.5 : 3.2) * unit}
              strokeWidth={2 * unit}
            />
            {isTold(index) && (
              <text className={classes.value} x={x} y={plot.y(count) - 12 * unit} textAnchor="middle">
                {count}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Cases per quarter, one difficulty in colour before all the others in grey. */
export function LineChart(props: LineChartProps) {
  const { trend, selected, running, reading, words, height = 360, unit = 1, onSelect } = props;
  const { t } = useTranslation('trends');
  const { ref, width } = useWidth<HTMLDivElement>(760);
  const id = useId();
  const all = trend.difficulties.flatMap((one) => one.counts).filter((count) => count !== null);
  const plot = plotOf({ width, height, unit }, trend.quarters.length, Math.max(0, ...all));
  const own = trend.difficulties.find((one) => one.difficulty === selected)?.counts ?? [];
  const settled = running < 0 ? trend.quarters.length - 1 : running - 1;
  return (
    <div ref={ref} className={classes.frame}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        role="img"
        aria-labelledby={id}
        style={{ fontSize: 12 * unit }}
        className={classes.chart}
      >
        <title id={id}>{t('chart.title', { name: words.within(selected) })}</title>
        <Ground plot={plot} trend={trend} running={running} words={words} unit={unit} />
        {trend.difficulties
          .filter((one) => one.difficulty !== selected)
          .map((one) => (
            <g key={one.difficulty} className={classes.other} onClick={() => onSelect?.(one.difficulty)}>
              <title>{words.name(one.difficulty)}</title>
              <path className={classes.hit} d={pathOf(plot, one.counts, 0, settled)} />
              <path className={classes.grey} d={pathOf(plot, one.counts, 0, settled)} />
            </g>
          ))}
        <Highlight plot={plot} counts={own} running={running} reading={reading} words={words} unit={unit} />
      </svg>
    </div>
  );
}
