import type { Series } from '#contracts/outside';
import type { ScaleLinear, ScaleTime } from 'd3-scale';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { upperFirst, useLabels } from '../../shared/labels.js';
import { useWidth } from '../../shared/use-width.js';
import classes from './pair-chart.module.css';
import type { Mark, Secret } from './pair-model.js';
import { useWords } from './words.js';

/** Places in pixels. */
const leastLeft = 48;
const perDigit = 6.6;
const right = 12;
const title = 30;
const panelHeight = 150;
const gap = 26;
const axis = 26;
const height = 2 * (title + panelHeight) + gap + axis;

type Time = ScaleTime<number, number>;

type PanelProps = {
  readonly top: number;
  readonly heading: string;
  readonly marks: readonly Mark[];
  /** Periods whose value is not told. */
  readonly secrets?: readonly Secret[];
  readonly time: Time;
  readonly look: string | undefined;
  /** Said in place of the columns when there are none. */
  readonly empty: string;
  readonly say: (mark: Mark) => string;
};

/** A scale of its own for each panel; zero is always part of it, since columns start there. */
function scaleOf(marks: readonly Mark[], top: number): ScaleLinear<number, number> {
  const values = marks.map((mark) => mark.value);
  return scaleLinear()
    .domain([Math.min(0, ...values), Math.max(1, ...values)])
    .nice(4)
    .range([top + title + panelHeight, top + title]);
}

/** Room for the numbers beside the panels. */
function leftOf(panels: readonly (readonly Mark[])[], say: (value: number) => string): number {
  const said = panels.flatMap((marks) => scaleOf(marks, 0).ticks(4).map(say));
  return Math.max(leastLeft, ...said.map((one) => 12 + one.length * perDigit));
}

/** Values that their publisher may still change, or has not counted. */
const soft: readonly string[] = ['provisional', 'estimated', 'forecast'];

/** Where another way of counting begins: a line that keeps the values before it from those after it. */
function Breaks({
  all,
  top,
  time,
}: {
  readonly all: readonly (Mark | Secret)[];
  readonly top: number;
  readonly time: Time;
}) {
  const { t } = useTranslation('outside');
  const [, until = 0] = time.range();
  return all
    .filter(({ flags }) => flags.includes('break'))
    .map(({ period, from }) => {
      const x = time(from) - 1;
      const isLate = x > until - 60;
      return (
        <g key={period}>
          <line className={classes.break} x1={x} x2={x} y1={top + title - 6} y2={top + title + panelHeight} />
          <text
            className={classes.tick}
            x={isLate ? x - 4 : x + 4}
            y={top + title + 4}
            textAnchor={isLate ? 'end' : 'start'}
          >
            {t('chart.break')}
          </text>
        </g>
      );
    });
}

function Panel({ top, heading, marks, secrets = [], time, look, empty, say }: PanelProps) {
  const { t } = useTranslation('outside');
  const words = useWords();
  const y = scaleOf(marks, top);
  const [from = 0, until = 0] = time.range();
  const middle = (from + until) / 2;
  return (
    <g>
      <text className={classes.heading} x={0} y={top + 14}>
        {heading}
      </text>
      {marks.length + secrets.length === 0 && (
        <text className={classes.note} x={middle} y={top + title + panelHeight / 2} textAnchor="middle">
          {empty}
        </text>
      )}
      {marks.length > 0 &&
        y.ticks(4).map((tick) => (
          <g key={tick}>
            <line className={classes.grid} x1={from} x2={until} y1={y(tick)} y2={y(tick)} />
            <text className={classes.tick} x={from - 8} y={y(tick)} dy="0.35em" textAnchor="end">
              {words.value(tick)}
            </text>
          </g>
        ))}
      {marks.map((mark) => {
        const begin = time(mark.from);
        const width = Math.max(1, (time(mark.until) - begin) * 0.86);
        return (
          <rect
            key={mark.period}
            className={`${look} ${mark.settled ? '' : classes.open} ${mark.flags.some((one) => soft.includes(one)) ? classes.soft : ''}`}
            x={begin}
            width={width}
            y={Math.min(y(0), y(mark.value))}
            height={Math.abs(y(mark.value) - y(0))}
          >
            <title>{say(mark)}</title>
          </rect>
        );
      })}
      {secrets.map(({ period, from: begin, until: end, flags }) => (
        <text key={period} className={classes.tick} x={(time(begin) + time(end)) / 2} y={y(0) - 4} textAnchor="middle">
          {t('chart.secret')}
          <title>{`${words.period(period)} : ${words.flags(flags)}`}</title>
        </text>
      ))}
      <Breaks all={[...marks, ...secrets]} top={top} time={time} />
      <line className={classes.base} x1={from} x2={until} y1={y(0)} y2={y(0)} />
    </g>
  );
}

const yearWidth = 44;

/** The beginnings of the years on an axis. */
function newYears(time: Time): Date[] {
  const [begin = new Date(0), end = begin] = time.domain();
  const first = begin.getUTCFullYear() + 1;
  const count = Math.max(0, end.getUTCFullYear() - first + 1);
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(first + index, 0, 1)));
}

/** The beginnings of years, a line through both panels; the first label is of the year in which the axis begins. */
function Years({ time, bottom }: { readonly time: Time; readonly bottom: number }) {
  const [from = 0, until = 0] = time.range();
  const begin = time.domain()[0] ?? new Date(0);
  const years = newYears(time);
  const every = Math.max(1, Math.ceil((years.length * yearWidth) / (until - from)));
  const [next] = years;
  const isFirstShown = next === undefined || time(next) >= from + yearWidth;
  return (
    <g>
      {isFirstShown && (
        <text className={classes.tick} x={from} y={bottom + 18}>
          {begin.getUTCFullYear()}
        </text>
      )}
      {years.map((year, index) => (
        <g key={year.getTime()}>
          <line className={classes.year} x1={time(year)} x2={time(year)} y1={title - 4} y2={bottom} />
          {index % every === 0 && time(year) < until - 20 && (
            <text className={classes.tick} x={time(year) + 4} y={bottom + 18}>
              {year.getUTCFullYear()}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

type PairChartProps = {
  readonly series: Series;
  readonly marks: readonly Mark[];
  readonly secrets: readonly Secret[];
  readonly own: readonly Mark[];
  readonly window: { readonly from: number; readonly until: number };
  readonly summary: string;
};

/** A public series above the platform's own inflow: one time axis, two panels, each with a scale of its own. */
export function PairChart({ series, marks, secrets, own, window, summary }: PairChartProps) {
  const { t } = useTranslation('outside');
  const labels = useLabels();
  const words = useWords();
  const id = useId();
  const { ref, width } = useWidth<HTMLDivElement>(760);
  const inside = (mark: Mark | Secret) => mark.from >= window.from && mark.until <= window.until;
  const [theirs, ours] = [marks.filter(inside), own.filter(inside)];
  const time = scaleUtc()
    .domain([window.from, window.until])
    .range([leftOf([theirs, ours], words.value), width - right]);
  const second = title + panelHeight + gap;
  const sayOwn = (mark: Mark) =>
    `${words.period(mark.period)} : ${words.about(mark.value)}${mark.settled ? '' : ` (${t('running')})`}`;
  return (
    <div ref={ref} className={classes.frame}>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-labelledby={id} className={classes.chart}>
        <title id={id}>{summary}</title>
        <Years time={time} bottom={height - axis} />
        <Panel
          top={0}
          heading={t(`chart.theirs.${series.grain}`, { unit: upperFirst(labels.text(series.unit)) })}
          marks={theirs}
          secrets={secrets.filter(inside)}
          time={time}
          look={classes.theirs}
          empty={t('chart.noValues')}
          say={(mark) => {
            const said = mark.flags.length === 0 ? '' : ` (${words.flags(mark.flags)})`;
            return `${words.period(mark.period)} : ${words.value(mark.value)}${said}`;
          }}
        />
        <Panel
          top={second}
          heading={t('chart.own')}
          marks={ours}
          time={time}
          look={classes.own}
          empty={t('chart.noOwn')}
          say={sayOwn}
        />
      </svg>
    </div>
  );
}
