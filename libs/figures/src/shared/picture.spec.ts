import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CubeAnswer, FigureQuestion } from '#contracts/monitoring';
import { weekAt } from '../model/spans.js';
import { sharedPicture } from './picture.js';

function shared(grain: 'month' | 'quarter', asOf: string, to?: string, last = '2026-W48') {
  const question: FigureQuestion = { cube: 'opened', by: ['area'], where: [], grain, ...(to !== undefined && { to }) };
  const months = ['2026-10', '2026-11', ...(last > '2026-W48' ? ['2026-12'] : [])];
  const answer: CubeAnswer = {
    cube: 'opened',
    by: ['area'],
    periods: grain === 'month' ? months : ['2026-Q3', '2026-Q4'],
    rows: [{ codes: ['west'], counts: [40, 15, 5] }],
    standing: {
      tier: 'published',
      base: 5,
      first: '2026-W01',
      last,
      history: null,
      asOf,
      epoch: 7,
      hash: 'h',
    },
  };
  const picture = sharedPicture({ figureId: 'f', question, remark: '' }, answer, 'en');
  const markup = renderToStaticMarkup(picture.draw({ width: 620, height: 300, reading: '' }));
  return { last: picture.table.lines.at(-1)?.name, markup };
}

describe('a shared figure over time', () => {
  const early = '2026-11-26T10:00:00.000Z';
  const whole = '2026-11-30T10:00:00.000Z';

  it.each([
    ['month', early, undefined, 'November 2026 (running)', 'figures up to 26 Nov'],
    ['quarter', whole, undefined, '2026 Q4 (running)', 'figures up to 29 Nov'],
    ['month', whole, '2026-W47', 'November 2026 (running)', 'figures up to 22 Nov'],
  ] as const)('says that its last %s is not over, as of %s up to %s', (grain, asOf, to, name, words) => {
    const { last, markup } = shared(grain, asOf, to);
    expect([last, markup.includes(words)]).toEqual([name, true]);
  });

  it.each([
    ['month', '2026-11-30T12:00:00.000Z', 'December 2026 begins with the week of 30 Nov: figures up to 30 Nov'],
    ['month', '2027-01-02T12:00:00.000Z', 'December 2026 ends with the week of 28 Dec: figures up to 2 Jan'],
    ['quarter', '2027-01-02T12:00:00.000Z', '2026 Q4 ends with the week of 28 Dec: figures up to 2 Jan'],
    ['quarter', '2026-12-30T12:00:00.000Z', '2026 Q4 is not over: figures up to 30 Dec'],
  ] as const)('says why its last %s is not the one of the calendar, as of %s', (grain, asOf, words) => {
    expect(shared(grain, asOf, undefined, weekAt(asOf.slice(0, 10))).markup).toContain(words);
  });

  it('says nothing of a month that is over', () => {
    const { last, markup } = shared('month', whole);
    expect([last, markup.includes('not over')]).toEqual(['November 2026', false]);
  });
});
