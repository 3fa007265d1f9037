import { afterEach, describe, expect, it } from '@jest/globals';
import type { CaseView } from '#contracts/case';
import { handled } from './handled.js';

const view = (state: string) =>
  ({ caseId: 'c', referrals: [{ referralId: 'r', state }] }) as unknown as Pick<CaseView, 'caseId' | 'referrals'>;
const line = (state: 'sent' | 'accepted' | null) => ({ caseId: 'c', referralId: 'r', state });

describe('what one has just handled', () => {
  afterEach(() => handled.forget());

  it('does not come back in a list that does not know it yet, and does as what it became', () => {
    handled.note(view('accepted'), 'r', 0);
    expect(handled.isOld(line('sent'), 1000)).toBe(true);
    expect(handled.isOld(line('accepted'), 1000)).toBe(false);
    expect(handled.isOld({ ...line('sent'), referralId: 'another' }, 1000)).toBe(false);
    expect(handled.isOld(line(null), 1000)).toBe(false);
  });

  it('comes back at once when it was undone', () => {
    handled.note(view('accepted'), 'r', 0);
    handled.note(view('sent'), 'r', 1);
    expect(handled.isOld(line('sent'), 2)).toBe(false);
  });

  it('is remembered for half a minute, so that what others do later shows', () => {
    handled.note(view('accepted'), 'r', 0);
    expect(handled.isOld(line('sent'), 30_000)).toBe(false);
  });
});
