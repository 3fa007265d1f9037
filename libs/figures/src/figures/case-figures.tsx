import { HeatMatrix, TrendChart } from '#charts';
import { codesOf } from '#contracts/kernel/codes';
import { followUpMonths, followUpResults } from '#contracts/monitoring/codes';
import { drawnMonthsOf, shownMonths, sumOver, weeksSince } from '../model/counts.js';
import { countsOf, crossed } from '../model/crossed.js';
import { narrowed } from '../model/filters.js';
import { flowOfCasesReading } from '../readings/series.js';
import { followUpReading } from '../readings/where.js';
import { monthName } from '../words.js';
import type { Figure, Scene } from './figure.js';
import { monthLine, runningWords } from './running.js';

function balance(scene: Scene): Figure {
  const { t, labels, telling, answers, questions, comparison, spans, claims } = scene;
  const [opened, closed] = [drawnMonthsOf(answers.opened), drawnMonthsOf(answers.closed)];
  const countIn = ({ months, counts }: typeof opened, month: string) => counts[months.indexOf(month)] ?? 0;
  const months = opened.months.length >= closed.months.length ? opened.months : closed.months;
  const shown = months.slice(-shownMonths).map((month) => ({
    month,
    came: countIn(opened, month),
    went: countIn(closed, month),
  }));
  const running = shown.findIndex(({ month }) => month === spans.runningMonth);
  const unheard = (id: 'opened' | 'closed') =>
    claims.unheard[id].map((narrowing) => ` (${t(`all.${narrowing}`)})`).join('');
  const names = { came: t('balance.opened') + unheard('opened'), went: t('balance.closed') + unheard('closed') };
  return {
    id: 'balance',
    group: 'case',
    isEmpty: shown.length === 0,
    title: t('balance.title'),
    reading: flowOfCasesReading(
      {
        opened: sumOver(answers.opened, spans.period),
        closed: sumOver(answers.closed, spans.period),
        since: comparison.since,
        wider: { opened: unheard('opened'), closed: unheard('closed') },
      },
      telling,
    ),
    draw: (size) => (
      <TrendChart
        {...size}
        periods={shown.map((one) => monthName(one.month, labels.language, 'short'))}
        series={(['came', 'went'] as const).map((key) => ({ name: names[key], values: shown.map((one) => one[key]) }))}
        running={running < 0 ? undefined : running}
        runningLabel={runningWords(scene)}
      />
    ),
    table: {
      columns: [t('table.month'), names.came, names.went],
      lines: shown.map((one) => ({ name: monthLine(scene, one.month), cells: [one.came, one.went] })),
    },
    note: t('balance.note'),
    weeks: weeksSince(answers.opened, shown[0]?.month) ?? spans.period,
    // What one of the two hears is said with the other.
    ignored: claims.unheard.opened.filter((narrowing) => claims.unheard.closed.includes(narrowing)),
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
    group: 'case',
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

/** What comes in and goes out, and how businesses stand later. */
export function caseFigures(scene: Scene) {
  return { balance: balance(scene), followUp: followUp(scene) };
}
