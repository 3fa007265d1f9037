import { describe, expect, it } from '@jest/globals';
import type { ExactAnswer } from '#contracts/monitoring';
import { ownPicturesOf } from './pictures.js';
import { ownQuestionsOf, type OwnAnswers, type OwnQuestionName } from './questions.js';

const standing = {
  tier: 'exact',
  base: 1,
  first: '2026-W46',
  last: '2026-W48',
  history: null,
  asOf: null,
  epoch: null,
  hash: null,
} as const;
const weeks = ['2026-W47', '2026-W48'];
const questions = ownQuestionsOf({ from: '2026-W47', to: '2026-W48' });

function answersOf(rows: Partial<Record<OwnQuestionName, ExactAnswer['rows']>>): OwnAnswers {
  const answer = (name: OwnQuestionName): ExactAnswer => ({
    cube: questions[name].cube,
    by: [],
    periods: questions[name].grain === 'week' ? weeks : ['total'],
    rows: rows[name] ?? [],
    standing,
  });
  return {
    received: answer('received'),
    answered: answer('answered'),
    contacted: answer('contacted'),
    ended: answer('ended'),
    sent: answer('sent'),
  };
}

const some = answersOf({
  received: [
    { codes: ['accountant'], counts: [2, 1] },
    { codes: ['coordination'], counts: [1, 0] },
  ],
  answered: [
    { codes: ['accepted', '2h'], counts: [1, 1] },
    { codes: ['expired', '10d'], counts: [0, 1] },
    { codes: ['full', '1d'], counts: [1, 0] },
  ],
  ended: [{ codes: ['helped', '5d'], counts: [1] }],
});

const picture = (id: string, answers = some) =>
  ownPicturesOf({ language: 'en', answers, thisWeek: '2026-W48' }).find((one) => one.id === id);

describe('the figures of an organisation', () => {
  it('ask about one service, or about all that the person may read', () => {
    const weeksAsked = { from: '2026-W36', to: '2026-W48' };
    expect(ownQuestionsOf(weeksAsked).received).toEqual({
      cube: 'service-received',
      by: 'from',
      grain: 'week',
      ...weeksAsked,
    });
    expect(ownQuestionsOf(weeksAsked, 'itaa-accountants').ended).toMatchObject({
      cube: 'service-ended',
      where: ['service:itaa-accountants'],
    });
  });

  it('are none when nothing was counted', () => {
    expect(ownPicturesOf({ language: 'fr', answers: answersOf({}), thisWeek: '2026-W48' })).toEqual([]);
  });

  it('tell what came and what was answered week by week', () => {
    expect(picture('own-received')?.table.lines).toEqual([
      { name: '16 Nov 2026', cells: [3, 1, 1, 0] },
      { name: '23 Nov 2026 (running)', cells: [1, 1, 0, 1] },
    ]);
    expect(picture('own-received')?.reading).toBe('<b>4</b> requests received, <b>1</b> of them this week.');
    expect(picture('own-answers')?.reading).toBe(
      'Requests accepted: <b>2</b> of <b>4</b>. Otherwise most often: <b>full</b> (<b>1</b>).',
    );
    expect(picture('own-from')?.reading).toBe('Most frequent sender: <b>accountant</b> (<b>3</b> of <b>4</b>).');
  });

  it('count no wait for what expired, and an end once whatever its outcome', () => {
    const sumOf = (id: string) =>
      picture(id)?.table.lines.reduce(
        (sum, { cells }) => sum + cells.reduce<number>((all, one) => all + Number(one), 0),
        0,
      );
    expect([sumOf('wait-answer'), sumOf('wait-contact'), sumOf('wait-end')]).toEqual([3, 0, 1]);
    expect(picture('own-outcomes')?.reading).toBe('Help ended once: <b>helped</b>.');
  });

  it('speak in the singular of one', () => {
    const one = answersOf({ received: [{ codes: ['coach'], counts: [0, 1] }] });
    expect(picture('own-received', one)?.reading).toBe('<b>1</b> request received, <b>1</b> of them this week.');
    expect(picture('own-sent', one)).toMatchObject({ isEmpty: true, reading: 'Nothing to count here for now.' });
  });
});
