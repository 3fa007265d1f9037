import { BarChart, FlowDiagram, WaitChart } from '#charts';
import type { Answer, Profession, Sender } from '#contracts/codes';
import {
  answers as answerNames,
  codesOf,
  declineReasons,
  professions,
  senders,
  timeBands,
  type TimeBand,
} from '#contracts/codes';
import { declinesReading, flowReading, percentileOf, placeOf, waitReading, type Wait } from '#domain';
import { cellOf, sumsBy } from '../model/counts.js';
import { narrowed } from '../model/filters.js';
import type { Figure, Scene } from './figure.js';

const hoursOfDay = 8;

function flow({ t, labels, telling, answers, questions, filters }: Scene): Figure {
  const step = (answer: Scene['answers']['sent']) =>
    answer.rows.map(({ codes: [from = '', to = ''], counts }) => ({
      from,
      to,
      count: counts.reduce((sum, count) => sum + count, 0),
    }));
  const steps = [step(answers.sent), step(answers.answered)];
  const nameOf = (column: number, key: string) =>
    column === 0
      ? labels.of(senders, key as Sender)
      : column === 1
        ? labels.of(professions, key as Profession)
        : labels.of(answerNames, key as Answer);
  const to = [...sumsBy(answers.sent, 1)].map(([code, count]) => ({ label: nameOf(1, code), count }));
  const replies = sumsBy(answers.answered, 1);
  const headings = [t('flow.from'), t('flow.to'), t('flow.answer')];
  const told = steps.map((flows, column) =>
    flows
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count)
      .map((one) => ({
        name: `${nameOf(column, one.from)} → ${nameOf(column + 1, one.to)}`,
        cells: [one.count],
      })),
  );
  return {
    id: 'flow',
    isEmpty: told.flat().length === 0,
    height: 460,
    title: t('flow.title'),
    reading: flowReading(
      {
        to,
        accepted: replies.get('accepted') ?? 0,
        answers: [...replies.values()].reduce((sum, count) => sum + count, 0),
      },
      telling,
    ),
    draw: (size) => <FlowDiagram {...size} headings={headings} steps={steps} nameOf={nameOf} />,
    table: { columns: [t('flow.way'), t('table.referrals')], lines: told.flat() },
    note: t('flow.note'),
    unheard: narrowed(['sent', 'answered'], filters).unheard,
    question: questions.sent,
    isWide: true,
  };
}

const waits = [
  { wait: 'answer', question: 'waitAnswer', cube: 'answered' },
  { wait: 'contact', question: 'waitContact', cube: 'contacted' },
  { wait: 'end', question: 'waitEnd', cube: 'ended' },
] as const satisfies readonly { wait: Wait; question: string; cube: string }[];

function waiting(
  { t, labels, telling, answers, questions, filters }: Scene,
  { wait, question, cube }: (typeof waits)[number],
): Figure {
  const answer = answers[question];
  // What expired was not answered: it would count the time limit, not a wait.
  const countOf = (band: TimeBand) =>
    wait === 'answer'
      ? answer.rows
          .filter((row) => row.codes[0] !== 'expired' && row.codes[1] === band)
          .reduce((sum, row) => sum + (row.counts[0] ?? 0), 0)
      : cellOf(answer, band);
  const bands = codesOf(timeBands).map((key) => ({ key, upTo: timeBands[key].upTo, count: Math.max(0, countOf(key)) }));
  const number = new Intl.NumberFormat(labels.language);
  const shortOf = (hours: number | 'longer' | null) =>
    hours === null || hours === 'longer'
      ? t('wait.longer')
      : hours < hoursOfDay
        ? t('wait.hours', { time: number.format(hours) })
        : t('wait.days', { time: number.format(hours / hoursOfDay) });
  const marks = (
    [
      ['wait.half', 0.5],
      ['wait.most', 0.9],
    ] as const
  ).flatMap(([key, share]) => {
    const at = placeOf(bands, share);
    return at === null ? [] : [{ at, label: t(key, { time: shortOf(percentileOf(bands, share)) }) }];
  });
  return {
    id: `wait-${wait}`,
    isEmpty: bands.every((band) => band.count === 0),
    height: 230,
    title: t(`wait.${wait}`),
    reading: waitReading(wait, bands, telling),
    draw: (size) => (
      <WaitChart {...size} bands={bands.map((band) => ({ ...band, label: shortOf(band.upTo) }))} marks={marks} />
    ),
    table: {
      columns: [t('table.time'), t('table.referrals')],
      lines: bands.map((band) => ({ name: labels.of(timeBands, band.key), cells: [band.count] })),
    },
    note: t('wait.note'),
    unheard: narrowed([cube], filters).unheard,
    question: questions[question],
  };
}

function declines({ t, labels, telling, answers, questions, filters }: Scene): Figure {
  const [now, before] = [sumsBy(answers.answered, 1), sumsBy(answers.answeredBefore)];
  const bars = ([...codesOf(declineReasons), 'expired'] as const).map((key) => ({
    key,
    label: labels.of(answerNames, key),
    count: Math.max(0, now.get(key) ?? 0),
    before: Math.max(0, before.get(key) ?? 0),
  }));
  return {
    id: 'declines',
    isEmpty: bars.every((bar) => bar.count === 0 && bar.before === 0),
    title: t('declines.title'),
    reading: declinesReading(bars, telling),
    draw: (size) => <BarChart {...size} bars={bars.toSorted((a, b) => b.count - a.count)} />,
    table: {
      columns: [t('table.reason'), t('table.now'), t('table.before')],
      lines: bars.map((bar) => ({ name: bar.label, cells: [bar.count, bar.before] })),
    },
    note: t('declines.note'),
    unheard: narrowed(['answered'], filters).unheard,
    question: questions.answered,
  };
}

/** Where cases go and what became of the question, how long people wait, and why services decline. */
export function referralFigures(scene: Scene): readonly Figure[] {
  return [flow(scene), ...waits.map((one) => waiting(scene, one)), declines(scene)];
}
