import { describe, expect, it } from '@jest/globals';
import { evolve, initialCase } from '../../case/index.js';
import type { PastReferral } from '#contracts/case';
import { cellsOf } from '#test/cells';
import { importedCase } from '#test/histories';

describe('an imported case', () => {
  const noon = (day: string) => `${day}T12:00:00.000Z`;
  const referral: PastReferral = {
    from: 'first-line',
    to: 'mediator',
    sentOn: noon('2024-03-28'),
    answer: 'accepted',
    answeredOn: noon('2024-04-02'),
    firstContactOn: noon('2024-04-05'),
    endedOn: noon('2024-05-31'),
    outcome: 'helped',
    hop: 0,
  };
  const never = { firstContactOn: null, endedOn: null, outcome: null };
  const told = (referrals: readonly PastReferral[]) => {
    const event = importedCase(1);
    return { known: () => evolve(initialCase, { ...event, data: { ...event.data, referrals } } as typeof event) };
  };

  it('counts its referrals by their dates, over a switch of summer time as well', () => {
    const imported = told([
      referral,
      { ...referral, from: 'mediator', to: 'lawyer', hop: 1, answer: 'full', ...never },
      { ...referral, from: 'lawyer', to: 'mediator', hop: 2, answer: null, answeredOn: null, ...never },
    ]);
    expect(cellsOf(imported, 'sent')).toEqual([
      '2024-W13 first-line mediator public-debt',
      '2024-W13 mediator lawyer public-debt',
      '2024-W13 lawyer mediator public-debt',
    ]);
    expect(cellsOf(imported, 'hops').map((cell) => cell.slice(9))).toEqual([
      'mediator first',
      'lawyer second',
      'mediator ping-pong',
    ]);
    // Thursday to Tuesday with Easter Monday between: Friday and half of two days.
    expect(cellsOf(imported, 'answered')).toEqual(['2024-W14 mediator accepted 2d', '2024-W14 lawyer full 2d']);
    expect([cellsOf(imported, 'contacted'), cellsOf(imported, 'ended'), cellsOf(imported, 'unmet')]).toEqual([
      ['2024-W14 mediator 3d'],
      ['2024-W22 mediator helped 60d'],
      [],
    ]);
    expect([cellsOf(imported, 'opened'), cellsOf(imported, 'closed')]).toEqual([
      ['2024-W05 public-debt horeca south-east small'],
      ['2024-W22 recovered public-debt south-east'],
    ]);
  });

  it('is an unmet need when services answered and none accepted', () => {
    const declined: PastReferral = { ...referral, answer: 'full', ...never };
    const later = noon('2024-04-09');
    const silent = { ...declined, answer: null, answeredOn: null };
    expect(cellsOf(told([{ ...declined, answeredOn: later }, declined, silent]), 'unmet')).toEqual([
      '2024-W15 public-debt south-east',
    ]);
    expect([cellsOf(told([silent]), 'unmet'), cellsOf(told([]), 'unmet')]).toEqual([[], []]);
  });
});
