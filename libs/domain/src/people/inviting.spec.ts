import { describe, expect, it } from '@jest/globals';
import { type Invited, invitationLimits, invitingRefusal, sendingRefusal } from './index.js';

const most: Invited = {
  toAddress: invitationLimits.toAddress - 1,
  ofHouse: invitationLimits.ofHouse - 1,
  byPerson: invitationLimits.byPerson - 1,
};

describe('an invitation', () => {
  it.each<[string, Partial<Invited>, string | undefined]>([
    ['is sent up to its limits', {}, undefined],
    ['is not sent to an address that got enough letters', { toAddress: 4 }, 'too-many-letters'],
    ['is not sent for an organisation that sent enough', { ofHouse: 50 }, 'too-many-invitations'],
    ['is not sent by a person who sent enough', { byPerson: 100 }, 'too-many-invitations'],
  ])('%s', (_, more, refusal) => {
    expect(invitingRefusal({ ...most, ...more })).toBe(refusal);
  });

  it('is sent again by the letters to its address alone, three times', () => {
    expect([1, 2, 3, 4].map((toAddress) => sendingRefusal({ toAddress }))).toEqual([
      undefined,
      undefined,
      undefined,
      'too-many-letters',
    ]);
  });
});
