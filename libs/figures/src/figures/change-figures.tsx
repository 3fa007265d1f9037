import { HeatMatrix, SlopeChart, TrendChart } from '#charts';
import { sectorGroups } from '#contracts/case/codes';
import { codesOf, difficulties } from '#contracts/kernel/codes';
import { standingOut } from '#domain/monitoring';
import { monthlyOf } from '../model/change.js';
import { weeksSince } from '../model/counts.js';
import { countsOf, crossed } from '../model/crossed.js';
import { narrowed } from '../model/filters.js';
import { slopesReading } from '../readings/change.js';
import { seriesReading } from '../readings/series.js';
import { matrixReading } from '../readings/where.js';
import { monthName, spanWords } from '../words.js';
import type { Figure, Scene } from './figure.js';
import { monthLine, runningWords } from './running.js';

const verdictKey = { rise: 'verdict.rise', fall: 'verdict.fall', none: 'verdict.none' } as const;

function trend(scene: Scene): Figure {
  const { t, labels, telling, weekly, spans, filters, claims, firstQuestion } = scene;
  const difficulty = claims.subject;
  const { months, counts, running, complete, series, from } = monthlyOf(weekly, spans, filters, difficulty);
  const label = labels.of(difficulties, difficulty);
  const last = complete.length - 1;
  const { limits, outside, since } = series;
  const shown = months.slice(from);
  const verdict = claims.changes.find((one) => one.key === difficulty)?.verdict ?? 'none';
  // One verdict for the page: a month that is unusual by itself is no sign of a change that the period does not show.
  const signs = outside.filter((one) => one.verdict === verdict);
  const place = outside.find((one) => one.index === last)?.verdict ?? 'none';
  const begin = place === verdict && since !== null ? (months[since] ?? null) : null;
  const runningMonth = running < 0 ? undefined : runningWords(scene);
  return {
    id: 'trend',
    group: 'change',
    isEmpty: shown.length === 0,
    title: t('trend.title', { name: label }),
    reading:
      months[last] === undefined
        ? t('trend.none')
        : seriesReading(
            {
              label,
              month: months[last],
              count: complete[last] ?? 0,
              limits,
              verdict,
              place,
              since: begin,
            },
            telling,
          ),
    draw: (size) => (
      <TrendChart
        {...size}
        periods={shown.map((month) => monthName(month, labels.language, 'short'))}
        series={[{ name: label, values: counts.slice(from) }]}
        {...(limits !== null && {
          expected: {
            label: t('trend.expected'),
            ranges: shown.map((_, index) => (index + from === running ? null : limits)),
          },
        })}
        signals={{
          at: signs.map((one) => ({ index: one.index - from, tone: one.verdict })).filter((one) => one.index >= 0),
          label:
            begin === null
              ? t('trend.signal')
              : t('trend.signalSince', { month: monthName(begin, labels.language, 'long') }),
        }}
        running={running < from ? undefined : running - from}
        runningLabel={runningMonth}
      />
    ),
    table: {
      columns: [t('table.month'), t('table.cases'), t('trend.expected')],
      lines: shown.map((month, index) => ({
        name: monthLine(scene, month),
        cells: [
          counts[index + from] ?? 0,
          limits === null || index + from === running ? '–' : `${limits.low}–${limits.high}`,
        ],
      })),
    },
    note: t('trend.note'),
    weeks: weeksSince(weekly, shown[0]) ?? spans.period,
    ignored: narrowed(['mentions'], filters).ignored,
    question: {
      ...firstQuestion,
      grain: 'month',
      where: [
        `difficulty:${difficulty}`,
        ...(firstQuestion.where ?? []).filter((one) => !one.startsWith('difficulty:')),
      ],
    },
  };
}

function slopes({ t, labels, telling, spans, filters, claims: { changes }, firstQuestion }: Scene): Figure {
  const names = { from: spanWords(spans.reference, labels.language), to: spanWords(spans.period, labels.language) };
  return {
    id: 'slopes',
    group: 'change',
    isEmpty: changes.length === 0,
    title: t('slopes.title'),
    reading: slopesReading(changes, telling),
    draw: (size) => (
      <SlopeChart
        {...size}
        from={names.from}
        to={names.to}
        slopes={changes.map((one) => ({ ...one, tone: one.verdict }))}
      />
    ),
    table: {
      columns: [t('table.difficulty'), names.from, names.to, t('table.verdict')],
      lines: changes.map((one) => ({ name: one.label, cells: [one.before, one.after, t(verdictKey[one.verdict])] })),
    },
    note: t('slopes.note'),
    ignored: narrowed(['mentions'], filters).ignored,
    question: { ...firstQuestion, from: spans.reference.from, to: spans.period.to },
  };
}

function matrix({ t, labels, telling, answers, questions, filters, claims }: Scene): Figure {
  const columns = codesOf(sectorGroups).map((key) => ({ key, label: labels.of(sectorGroups, key) }));
  const lines = codesOf(difficulties).map((key) => ({ key, label: labels.of(difficulties, key) }));
  const rows = crossed(answers.matrix, lines, columns).filter((row) => row.cells.some(({ count }) => count > 0));
  const all = rows.flatMap(({ label, cells }) =>
    cells.map(({ column, count }) => ({ label, sector: column.key, count })),
  );
  return {
    id: 'matrix',
    group: 'change',
    isEmpty: rows.length === 0,
    title: t('matrix.title'),
    reading: matrixReading({ all, leading: standingOut(all, 1, claims.noise(2)) }, telling),
    draw: (size) => (
      <HeatMatrix
        {...size}
        // Seventeen lines fill a beamer's screen in this size.
        unit={Math.min(size.unit ?? 1, 1.2)}
        rows={rows}
        columns={columns}
        counts={rows.map(countsOf)}
        marked={claims.subject}
      />
    ),
    table: {
      columns: [t('table.difficulty'), ...columns.map((column) => column.label)],
      lines: rows.map((row) => ({ name: row.label, cells: countsOf(row) })),
    },
    note: t('matrix.note'),
    ignored: narrowed(['mentions'], filters).ignored,
    question: questions.matrix,
  };
}

/** What changes: one difficulty by month, all of them between two dates, and in which sectors they are met. */
export function changeFigures(scene: Scene) {
  return { trend: trend(scene), slopes: slopes(scene), matrix: matrix(scene) };
}
