import { HeatMatrix, SlopeChart, TrendChart } from '#charts';
import { sectorGroups } from '#contracts/case/codes';
import type { Difficulty } from '#contracts/kernel/codes';
import { codesOf, difficulties } from '#contracts/kernel/codes';
import { changesOf, monthlyOf, type Change } from '../model/change.js';
import { countsOf, crossed } from '../model/crossed.js';
import { narrowed } from '../model/filters.js';
import { slopesReading } from '../readings/change.js';
import { seriesReading } from '../readings/series.js';
import { matrixReading } from '../readings/where.js';
import { monthName, spanWords } from '../words.js';
import type { Figure, Scene } from './figure.js';

const verdictKey = { rise: 'verdict.rise', fall: 'verdict.fall', none: 'verdict.none' } as const;

/** The difficulty the first chart is about: the chosen one, else the one that rose most clearly, else the most frequent. */
export function subjectOf({ filters }: Scene, changes: readonly Change[]): Difficulty {
  const risen = changes.filter((one) => one.verdict === 'rise').sort((a, b) => a.chance - b.chance);
  return (filters.difficulty as Difficulty | undefined) ?? risen[0]?.key ?? changes[0]?.key ?? 'cash-flow';
}

function trend(scene: Scene, difficulty: Difficulty): Figure {
  const { t, labels, telling, weekly, spans, filters, firstQuestion } = scene;
  const { months, counts, running, complete, series, from } = monthlyOf(weekly, spans, filters, difficulty);
  const label = labels.of(difficulties, difficulty);
  const last = complete.length - 1;
  const { limits, outside, since } = series;
  const shown = months.slice(from);
  const verdict = outside.find((one) => one.index === last)?.verdict ?? 'none';
  return {
    id: 'trend',
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
              since: since === null ? null : (months[since] ?? null),
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
          at: outside.map((one) => ({ index: one.index - from, tone: one.verdict })).filter((one) => one.index >= 0),
          label:
            since === null
              ? t('trend.signal')
              : t('trend.signalSince', { month: monthName(months[since] ?? '', labels.language, 'long') }),
        }}
        running={running < from ? undefined : running - from}
      />
    ),
    table: {
      columns: [t('table.month'), t('table.cases'), t('trend.expected')],
      lines: shown.map((month, index) => ({
        name: monthName(month, labels.language, 'year') + (index + from === running ? ` (${t('trend.running')})` : ''),
        cells: [counts[index + from] ?? 0, limits === null ? '–' : `${limits.low}–${limits.high}`],
      })),
    },
    note: t('trend.note'),
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

function slopes(scene: Scene, changes: readonly Change[]): Figure {
  const { t, labels, telling, spans, filters, firstQuestion } = scene;
  const names = { from: spanWords(spans.reference, labels.language), to: spanWords(spans.compared, labels.language) };
  return {
    id: 'slopes',
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
    question: firstQuestion,
  };
}

function matrix(scene: Scene, subject: Difficulty): Figure {
  const { t, labels, telling, answers, questions, filters } = scene;
  const columns = codesOf(sectorGroups).map((key) => ({ key, label: labels.of(sectorGroups, key) }));
  const lines = codesOf(difficulties).map((key) => ({ key, label: labels.of(difficulties, key) }));
  const rows = crossed(answers.matrix, lines, columns).filter((row) => row.cells.some(({ count }) => count > 0));
  return {
    id: 'matrix',
    isEmpty: rows.length === 0,
    title: t('matrix.title'),
    reading: matrixReading(
      rows.flatMap(({ label, cells }) => cells.map(({ column, count }) => ({ label, sector: column.key, count }))),
      telling,
    ),
    draw: (size) => (
      <HeatMatrix
        {...size}
        // Seventeen lines fill a beamer's screen in this size.
        unit={Math.min(size.unit ?? 1, 1.2)}
        rows={rows}
        columns={columns}
        counts={rows.map(countsOf)}
        marked={subject}
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
  const changes = changesOf(scene.weekly, scene.spans, scene.filters, (key) => scene.labels.of(difficulties, key));
  const subject = subjectOf(scene, changes);
  return { trend: trend(scene, subject), slopes: slopes(scene, changes), matrix: matrix(scene, subject) };
}
