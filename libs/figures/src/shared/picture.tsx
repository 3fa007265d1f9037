import { labelsIn, type CodeList, type Labels, type Language } from '#contracts/kernel/codes';
import type { CubeAnswer, FigureQuestion } from '#contracts/monitoring';
import { dimensionLabels, dimensions, type Dimension } from '#contracts/monitoring/codes';
import { BarChart, HeatMatrix, TrendChart } from '#charts';
import type { FigureTable, Picture } from '../figures/figure.js';
import { notOverWords } from '../figures/running.js';
import { monthOfWeek, quarterOfWeek, sundayOf } from '#domain/calendar';
import { cellOf, sumsBy } from '../model/counts.js';
import { coverageOf, openPeriodOf } from '../model/spans.js';
import { sayIn, type Say } from '../texts/say.js';
import { monthName, weekName } from '../words.js';
import { sharedTitle } from './title.js';

const mostBars = 20;
const mostColumns = 12;
const mostSeries = 5;

type Shared = { readonly figureId: string; readonly question: FigureQuestion; readonly remark: string };
type Words = { readonly t: Say; readonly labels: Labels };
type Drawn = Pick<Picture, 'draw' | 'table' | 'isEmpty'>;

/** A figure that was shared from the analysts' room, from the published answer to its question. */
export function sharedPicture({ figureId, question, remark }: Shared, answer: CubeAnswer, language: Language): Picture {
  const words: Words = { t: sayIn(language), labels: labelsIn(language) };
  const drawn = drawnOf(question, answer, words);
  return {
    id: `shared-${figureId}`,
    title: sharedTitle(question, language),
    reading: remark === '' ? sayIn(language)('shared.plain') : remark,
    note: noteOf(question, words),
    ...drawn,
  };
}

function noteOf({ where, from, to }: FigureQuestion, { t, labels }: Words): string {
  const conditions = where.map((text) => {
    const [name = '', codes = ''] = text.split(':');
    const dimension = name as Dimension;
    const told = labels.list(codes.split(',').map((code) => nameOf(dimension, code, labels)));
    return `${labels.text(dimensionLabels[dimension])}: ${told}`;
  });
  const weeks = [
    ...(from === undefined ? [] : [t('shared.from', { week: weekName(from, labels.language) })]),
    ...(to === undefined ? [] : [t('shared.to', { week: weekName(to, labels.language) })]),
  ];
  return [...conditions, ...weeks, t('shared.published')].join(' · ');
}

function drawnOf(question: FigureQuestion, answer: CubeAnswer, words: Words): Drawn {
  if (question.grain !== 'total') {
    return overTime(question, answer, words);
  }
  const [first, second] = question.by;
  return second === undefined ? ranking(first, answer, words) : crossed(first, second, answer, words);
}

const namesOf = (dimension: Dimension): CodeList<string> => dimensions[dimension];

function nameOf(dimension: Dimension | undefined, code: string, labels: Labels): string {
  const name = dimension === undefined ? undefined : namesOf(dimension)[code];
  return name === undefined ? code : labels.text(name.label);
}

/** Codes with something to show, the most frequent first. */
function ranked(sums: ReadonlyMap<string, number>): { readonly code: string; readonly count: number }[] {
  return [...sums]
    .map(([code, count]) => ({ code, count: Math.max(0, count) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function ranking(dimension: Dimension | undefined, answer: CubeAnswer, { t, labels }: Words): Drawn {
  const lines = ranked(sumsBy(answer)).map(({ code, count }) => ({
    code,
    count,
    name: nameOf(dimension, code, labels),
  }));
  return {
    isEmpty: lines.length === 0,
    draw: (size) => (
      <BarChart
        {...size}
        bars={lines.slice(0, mostBars).map(({ code, name, count }) => ({ key: code, label: name, count }))}
      />
    ),
    table: {
      columns: [dimension === undefined ? '' : labels.text(dimensionLabels[dimension]), t('shared.count')],
      lines: lines.map(({ name, count }) => ({ name, cells: [count] })),
    },
  };
}

function crossed(first: Dimension | undefined, second: Dimension, answer: CubeAnswer, { labels }: Words): Drawn {
  const headings = (dimension: Dimension | undefined, place: number) =>
    ranked(sumsBy(answer, place)).map(({ code }) => ({ key: code, label: nameOf(dimension, code, labels) }));
  const rows = headings(first, 0);
  const columns = headings(second, 1);
  const countsOf = (row: string, some: readonly { readonly key: string }[]) =>
    some.map((column) => Math.max(0, cellOf(answer, row, column.key)));
  const shown = { rows: rows.slice(0, mostBars), columns: columns.slice(0, mostColumns) };
  return {
    isEmpty: rows.length === 0,
    draw: (size) => (
      <HeatMatrix {...size} {...shown} counts={shown.rows.map((row) => countsOf(row.key, shown.columns))} />
    ),
    table: {
      columns: [first === undefined ? '' : labels.text(dimensionLabels[first]), ...columns.map(({ label }) => label)],
      lines: rows.map((row) => ({ name: row.label, cells: countsOf(row.key, columns) })),
    },
  };
}

function overTime({ by: [dimension], grain, to }: FigureQuestion, answer: CubeAnswer, { t, labels }: Words): Drawn {
  const order = ranked(sumsBy(answer)).map(({ code }) => code);
  const valuesOf = (code: string) =>
    (answer.rows.find(({ codes }) => codes[0] === code)?.counts ?? []).map((count) => Math.max(0, count));
  const series = order.map((code) => ({ name: nameOf(dimension, code, labels), values: valuesOf(code) }));
  const periodName = (period: string, style: 'short' | 'year') =>
    grain === 'month' ? monthName(period, labels.language, style) : period.replace('-', ' ');
  const coverage = coverageOf(answer.standing, to === undefined ? undefined : sundayOf(to));
  const open = coverage === null ? null : openPeriodOf(coverage, grain === 'month' ? monthOfWeek : quarterOfWeek);
  const running = open === null ? -1 : answer.periods.indexOf(open);
  const table: FigureTable = {
    columns: [t(grain === 'month' ? 'table.month' : 'shared.quarter'), ...series.map(({ name }) => name)],
    lines: answer.periods.map((period, place) => ({
      name: periodName(period, 'year') + (place === running ? ` (${t('trend.running')})` : ''),
      cells: series.map(({ values }) => values[place] ?? 0),
    })),
  };
  return {
    isEmpty: series.length === 0,
    draw: (size) => (
      <TrendChart
        {...size}
        periods={answer.periods.map((period) => periodName(period, 'short'))}
        series={series.slice(0, mostSeries)}
        {...(running >= 0 &&
          coverage !== null && {
            running,
            runningLabel: notOverWords(
              { t, labels },
              { period: open ?? '', name: periodName(open ?? '', 'year'), reach: coverage.reach },
            ),
          })}
      />
    ),
    table,
  };
}
