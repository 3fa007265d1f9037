import { BarChart, TrendChart } from '#charts';
import { answers as answerNames, referralOutcomes, senders, type Answer } from '#contracts/case/codes';
import type { CodeList, Language } from '#contracts/kernel/codes';
import { codesOf, labelsIn, professions } from '#contracts/kernel/codes';
import type { Picture, Words } from '../figures/figure.js';
import { waitPicture } from '../figures/wait-picture.js';
import { sumsBy, totalsOf, type Counted } from '../model/counts.js';
import { answersReading, outcomesReading, receivedReading, sendersReading, sentReading } from '../readings/own.js';
import { sayIn } from '../texts/say.js';
import { weekName } from '../words.js';
import type { OwnAnswers } from './questions.js';

/** What is shown of the services of an organisation. */
export type OwnScene = {
  readonly language: Language;
  readonly answers: OwnAnswers;
  /** The week that is not over. */
  readonly thisWeek: string;
};

/** All figures of an organisation in their order; empty when nothing was counted. */
export function ownPicturesOf({ language, answers, thisWeek }: OwnScene): readonly Picture[] {
  const words: Words = { t: sayIn(language), labels: labelsIn(language), telling: { language, rounded: false } };
  if (Object.values(answers).every(({ rows }) => rows.length === 0)) {
    return [];
  }
  return [
    received(words, answers, thisWeek),
    answered(words, answers.answered),
    ranking(words, 'own-from', senders, { answer: answers.received, column: 'table.sender', reading: sendersReading }),
    waitPicture(words, 'answer', answers.answered),
    waitPicture(words, 'contact', answers.contacted),
    waitPicture(words, 'end', answers.ended),
    ranking(words, 'own-outcomes', referralOutcomes, {
      answer: answers.ended,
      column: 'table.outcome',
      reading: outcomesReading,
    }),
    ranking(words, 'own-sent', professions, { answer: answers.sent, column: 'table.profession', reading: sentReading }),
  ];
}

const answersTo = (answer: Counted, isMeant: (code: string) => boolean) =>
  totalsOf({ ...answer, rows: answer.rows.filter(({ codes: [code = ''] }) => isMeant(code)) });

function received({ t, labels, telling }: Words, answers: OwnAnswers, thisWeek: string): Picture {
  const came = totalsOf(answers.received);
  const accepted = answersTo(answers.answered, (code) => code === 'accepted');
  const expired = answersTo(answers.answered, (code) => code === 'expired');
  const declined = answersTo(answers.answered, (code) => code !== 'accepted' && code !== 'expired');
  // Live answers come one by one: a week that one of them does not know yet has nothing.
  const weeks = [...new Set([...came.keys(), ...accepted.keys()])].sort().map((week) => ({
    week,
    came: came.get(week) ?? 0,
    accepted: accepted.get(week) ?? 0,
    declined: declined.get(week) ?? 0,
    expired: expired.get(week) ?? 0,
  }));
  const isRunning = weeks.at(-1)?.week === thisWeek;
  return {
    id: 'own-received',
    isWide: true,
    isEmpty: weeks.every((one) => one.came + one.accepted + one.declined + one.expired === 0),
    title: t('own-received.title'),
    reading: receivedReading(
      { received: weeks.reduce((sum, one) => sum + one.came, 0), thisWeek: came.get(thisWeek) ?? 0 },
      telling,
    ),
    draw: (size) => (
      <TrendChart
        {...size}
        periods={weeks.map((one) => weekName(one.week, labels.language, 'short'))}
        series={[
          { name: t('own-received.received'), values: weeks.map((one) => one.came) },
          { name: t('own-received.accepted'), values: weeks.map((one) => one.accepted) },
          { name: t('own-received.notAccepted'), values: weeks.map((one) => one.declined + one.expired) },
        ]}
        running={isRunning ? weeks.length - 1 : undefined}
        runningLabel={t('own-received.running')}
      />
    ),
    table: {
      columns: [
        t('table.week'),
        t('own-received.received'),
        t('own-received.accepted'),
        t('own-received.declined'),
        t('own-received.expired'),
      ],
      lines: weeks.map((one) => ({
        name: weekName(one.week, labels.language) + (one.week === thisWeek ? ` (${t('trend.running')})` : ''),
        cells: [one.came, one.accepted, one.declined, one.expired],
      })),
    },
    note: t('own-received.note'),
  };
}

function answered({ t, labels, telling }: Words, answer: Counted): Picture {
  const sums = sumsBy(answer);
  const bars = codesOf(answerNames).map((key) => ({
    key,
    label: labels.of(answerNames, key),
    count: sums.get(key) ?? 0,
  }));
  const isOther = ({ key }: { readonly key: Answer }) => key !== 'accepted';
  return {
    id: 'own-answers',
    isEmpty: bars.every((bar) => bar.count === 0),
    title: t('own-answers.title'),
    reading: answersReading({ accepted: sums.get('accepted') ?? 0, others: bars.filter(isOther) }, telling),
    draw: (size) => <BarChart {...size} bars={bars.filter((bar) => bar.count > 0)} />,
    table: {
      columns: [t('table.answer'), t('table.referrals')],
      lines: bars.map((bar) => ({ name: bar.label, cells: [bar.count] })),
    },
    note: t('own-answers.note'),
  };
}

type Ranked = {
  readonly answer: Counted;
  readonly column: 'table.sender' | 'table.outcome' | 'table.profession';
  readonly reading: typeof sentReading;
};

/** The codes of a list by how often they were counted. */
function ranking(
  { t, labels, telling }: Words,
  id: 'own-from' | 'own-outcomes' | 'own-sent',
  list: CodeList<string>,
  { answer, column, reading }: Ranked,
): Picture {
  const sums = sumsBy(answer);
  const bars = codesOf(list)
    .map((key) => ({ key, label: labels.of(list, key), count: sums.get(key) ?? 0 }))
    .filter((bar) => bar.count > 0)
    .sort((a, b) => b.count - a.count);
  return {
    id,
    isEmpty: bars.length === 0,
    title: t(`${id}.title`),
    reading: reading(bars, telling),
    draw: (size) => <BarChart {...size} bars={bars} />,
    table: {
      columns: [t(column), t('table.referrals')],
      lines: bars.map((bar) => ({ name: bar.label, cells: [bar.count] })),
    },
    note: t(`${id}.note`),
  };
}
