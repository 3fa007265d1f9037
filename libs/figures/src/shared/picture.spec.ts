import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CubeAnswer, FigureQuestion } from '#contracts/monitoring';
import { sharedPicture } from './picture.js';

function shared(grain: 'month' | 'quarter', asOf: string, to?: string) {
  const question: FigureQuestion = { cube: 'opened', by: ['area'], where: [], grain, ...(to !== undefined && { to }) };
  const answer: CubeAnswer = {
    cube: 'opened',
    by: ['area'],
    periods: grain === 'month' ? ['2026-10', '2026-11'] : ['2026-Q3', '2026-Q4'],
    rows: [{ codes: ['west'], counts: [40, 15] }],
    standing: {
      tier: 'published',
      base: 5,
      first: '2026-W01',
      last: '2026-W48',
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

  it('says nothing of a month that is over', () => {
    const { last, markup } = shared('month', whole);
    expect([last, markup.includes('not over')]).toEqual(['November 2026', false]);
  });
});
