import { BarChart, FlowDiagram } from '#charts';
import type { Answer, Sender } from '#contracts/case/codes';
import { answers as answerNames, declineReasons, senders } from '#contracts/case/codes';
import type { Profession } from '#contracts/kernel/codes';
import { codesOf, professions } from '#contracts/kernel/codes';
import type { CubeName } from '#contracts/monitoring/codes';
import { standingOut } from '#domain/monitoring';
import { sumsBy } from '../model/counts.js';
import { acceptedOf } from '../model/facts.js';
import { narrowed } from '../model/filters.js';
import type { QuestionName } from '../model/questions.js';
import { declinesReading, flowReading, type Wait } from '../readings/where.js';
import { spanWords } from '../words.js';
import type { Figure, Scene } from './figure.js';
import { waitPicture } from './wait-picture.js';

function flow({ t, labels, telling, answers, questions, filters, facts }: Scene): Figure {
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
  const to = [...sumsBy(answers.sent, 1)].map(([code, count]) => ({
    label: nameOf(1, code),
    count: Math.max(0, count),
  }));
  const accepted = acceptedOf(answers.answered, 1);
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
    group: 'referral',
    isEmpty: told.flat().length === 0,
    height: 460,
    title: t('flow.title'),
    reading: flowReading(
      {
        to: { all: to, leading: standingOut(to, 1, facts.noise(1)) },
        accepted: accepted.count,
        answers: accepted.of,
      },
      telling,
    ),
    draw: (size) => <FlowDiagram {...size} headings={headings} steps={steps} nameOf={nameOf} />,
    table: { columns: [t('flow.way'), t('table.referrals')], lines: told.flat() },
    note: t('flow.note'),
    ignored: narrowed(['sent', 'answered'], filters).ignored,
    question: questions.sent,
    isWide: true,
  };
}

const waits = {
  answer: { question: 'waitAnswer', cube: 'answered' },
  contact: { question: 'waitContact', cube: 'contacted' },
  end: { question: 'waitEnd', cube: 'ended' },
} as const satisfies Readonly<Record<Wait, { question: QuestionName; cube: CubeName }>>;

function waiting(scene: Scene, wait: Wait): Figure {
  const { question, cube } = waits[wait];
  return {
    ...waitPicture(scene, wait, scene.answers[question]),
    group: 'referral',
    ignored: narrowed([cube], scene.filters).ignored,
    question: scene.questions[question],
  };
}

function declines({ t, labels, telling, answers, questions, filters, facts, spans }: Scene): Figure {
  const [now, before] = [sumsBy(answers.waitAnswer), sumsBy(answers.waitAnswerBefore)];
  const names = { now: spanWords(spans.period, labels.language), before: spanWords(spans.reference, labels.language) };
  const bars = ([...codesOf(declineReasons), 'expired'] as const).map((key) => ({
    key,
    label: labels.of(answerNames, key),
    count: Math.max(0, now.get(key) ?? 0),
    before: Math.max(0, before.get(key) ?? 0),
  }));
  return {
    id: 'declines',
    group: 'referral',
    isEmpty: bars.every((bar) => bar.count === 0 && bar.before === 0),
    title: t('declines.title'),
    reading: declinesReading({ all: bars, leading: standingOut(bars, 1, facts.noise(1)) }, telling),
    draw: (size) => (
      <BarChart
        {...size}
        bars={bars.toSorted((a, b) => b.count - a.count)}
        beforeLabel={t('declines.before', { span: names.before })}
      />
    ),
    table: {
      columns: [t('table.reason'), names.now, names.before],
      lines: bars.map((bar) => ({ name: bar.label, cells: [bar.count, bar.before] })),
    },
    note: t('declines.note'),
    ignored: narrowed(['answered'], filters).ignored,
    question: { ...questions.waitAnswer, by: 'answer' },
  };
}

/** Where cases go and what became of the question, how long people wait, and why services decline. */
export function referralFigures(scene: Scene) {
  return {
    flow: flow(scene),
    answer: waiting(scene, 'answer'),
    contact: waiting(scene, 'contact'),
    end: waiting(scene, 'end'),
    declines: declines(scene),
  };
}
