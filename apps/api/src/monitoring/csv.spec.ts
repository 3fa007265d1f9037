import { describe, expect, it } from '@jest/globals';
import { csvMannerOf } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import { csvOf } from './csv.js';

describe('an answer as CSV', () => {
  const answer: CubeAnswer = {
    cube: 'opened',
    by: ['area', 'size-group'],
    periods: ['2026-W47', '2026-W48'],
    rows: [{ codes: ['canal', 'micro'], counts: [10, -5] }],
    standing: {
      tier: 'published',
      base: 5,
      first: '2024-W01',
      last: '2026-W48',
      history: null,
      asOf: null,
      epoch: 152,
      hash: 'a1',
    },
  };

  it('has a line for each period and combination, which says what was asked, how it is rounded and of which epoch it is', () => {
    expect(csvOf(answer, { where: ['area:canal,west', 'sector-group:horeca'], from: '2026-W47' })).toBe(
      'period,area,size-group,count,cube,from,to,where,base,epoch,hash\r\n' +
        '2026-W47,canal,micro,10,opened,2026-W47,2026-W48,"area:canal,west sector-group:horeca",5,152,a1\r\n' +
        '2026-W48,canal,micro,-5,opened,2026-W47,2026-W48,"area:canal,west sector-group:horeca",5,152,a1\r\n',
    );
  });

  it('tells the weeks that there are where none were asked for, or others', () => {
    const weeks = (asked: Parameters<typeof csvOf>[1]) =>
      csvOf(answer, asked, csvMannerOf('fr')).split('\r\n')[1]?.split(';').slice(5, 8);
    expect(weeks({})).toEqual(['2024-W01', '2026-W48', '']);
    expect(weeks({ from: '2020-W01', to: '2030-W01', where: 'area:canal' })).toEqual([
      '2024-W01',
      '2026-W48',
      'area:canal',
    ]);
  });
});
