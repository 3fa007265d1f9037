import { afterEach, describe, expect, it } from '@jest/globals';
import type { CaseView, Inbox, InboxLine } from '#contracts/case';
import { readOf } from './drawer.js';
import { handled } from './handled.js';

describe('a drawer', () => {
  afterEach(() => handled.forget());

  it('is the same list with one page more, without what the person has handled, and settled once it is not an old one', () => {
    const page = (...of: readonly Partial<InboxLine>[]) => ({ lines: of }) as Inbox;
    const sent = { caseId: 'two', referralId: 'r', state: 'sent' } as const;
    const query = { data: { pages: [page({ caseId: 'one' })], pageParams: [] }, isFetchedAfterMount: false };
    const more = { ...query, data: { ...query.data, pages: [...query.data.pages, page(sent, { caseId: 'three' })] } };
    const read = (isStale: boolean) => {
      const { wanted, lines, settled } = readOf('dispatch', { ...more, isStale });
      return [wanted.scope, wanted.pages, lines?.map(({ caseId }) => caseId), settled];
    };
    expect(readOf('dispatch', { ...query, isStale: true }).wanted.scope).toBe('dispatch');
    expect(read(true)).toEqual(['dispatch', 2, ['one', 'two', 'three'], false]);
    handled.note({ caseId: 'two', referrals: [{ referralId: 'r', state: 'recalled' }] } as CaseView, 'r');
    expect(read(false)).toEqual(['dispatch', 2, ['one', 'three'], true]);
    expect(readOf('dispatch', { ...more, isStale: true, isFetchedAfterMount: true }).settled).toBe(true);
  });
});
