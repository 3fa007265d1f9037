import { HeatMatrix, TrendChart } from '#charts';
import { codesOf } from '#contracts/kernel/codes';
import { followUpMonths, followUpResults } from '#contracts/monitoring/codes';
import { cellOf, totalsOf } from '../model/counts.js';
import { countsOf, crossed } from '../model/crossed.js';
import { narrowed } from '../model/filters.js';
import { balanceCubes } from '../model/questions.js';
import { stockReading } from '../readings/series.js';
import { followUpReading } from '../readings/where.js';
import { monthName } from '../words.js';
import type { Figure, Scene } from './figure.js';

const shownMonths = 15;

function balance({ t, labels, telling, answers, questions, filters, comparison, spans }: Scene): Figure {
  const [opened, reopened, closed] = [totalsOf(answers.opened), totalsOf(answers.reopened), totalsOf(answers.closed)];
  const months = [...new Set([...opened.keys(), ...reopened.keys(), ...closed.keys()])].sort();
  let inProgress = 0;
  const all = months.map((month) => {
    const came = (opened.get(month) ?? 0) + (reopened.get(month) ?? 0);
    const went = closed.get(month) ?? 0;
    inProgress += came - went;
    return { month, came, went, inProgress: Math.max(0, inProgress) };
  });
  const shown = all.slice(-shownMonths);
  const totalOf = (name: 'openedNow' | 'reopenedNow' | 'closedNow') => cellOf(answers[name]);
  const names = { inProgress: t('balance.inProgress'), came: t('balance.opened'), went: t('balance.closed') };
  return {
    id: 'balance',
    isEmpty: shown.length === 0,
    title: t('balance.title'),
    reading: stockReading(
      { opened: totalOf('openedNow') + totalOf('reopenedNow'), closed: totalOf('closedNow'), since: comparison.since },
      telling,
    ),
    draw: (size) => (
      <TrendChart
        {...size}
        periods={shown.map((one) => monthName(one.month, labels.language, 'short'))}
        series={(['inProgress', 'came', 'went'] as const).map((key) => ({
          name: names[key],
          values: shown.map((one) => one[key]),
        }))}
        running={spans.runningMonth === shown.at(-1)?.month ? shown.length - 1 : undefined}
      />
    ),
    table: {
      columns: [t('table.month'), names.came, names.went, names.inProgress],
      lines: shown.map((one) => ({
        name: monthName(one.month, labels.language, 'year'),
        cells: [one.came, one.went, one.inProgress],
      })),
    },
    note: t('balance.note'),
    ignored: narrowed(balanceCubes, filters).ignored,
    question: questions.opened,
  };
}

function followUp({ t, labels, telling, answers, questions, filters }: Scene): Figure {
  const columns = codesOf(followUpResults).map((key) => ({ key, label: labels.of(followUpResults, key) }));
  const lines = codesOf(followUpMonths).map((key) => ({ key, label: labels.of(followUpMonths, key) }));
  const rows = crossed(answers.followedUp, lines, columns);
  const sumOf = (...results: readonly (keyof typeof followUpResults)[]) =>
    rows
      .flatMap(({ cells }) => cells.filter(({ column }) => results.includes(column.key)))
      .reduce((sum, { count }) => sum + count, 0);
  return {
    id: 'follow-up',
    isEmpty: rows.every((row) => row.cells.every(({ count }) => count === 0)),
    title: t('followUp.title'),
    reading: followUpReading(
      { active: sumOf('active', 'restarted'), reached: sumOf('active', 'restarted', 'in-difficulty', 'stopped') },
      telling,
    ),
    draw: (size) => <HeatMatrix {...size} rows={rows} columns={columns} counts={rows.map(countsOf)} />,
    table: {
      columns: [t('table.month'), ...columns.map((column) => column.label)],
      lines: rows.map((row) => ({ name: row.label, cells: countsOf(row) })),
    },
    note: t('followUp.note'),
    ignored: narrowed(['followed-up'], filters).ignored,
    question: questions.followedUp,
  };
}

/** What comes in, goes out and is in progress, and how businesses stand later. */
export function caseFigures(scene: Scene) {
  return { balance: balance(scene), followUp: followUp(scene) };
}
