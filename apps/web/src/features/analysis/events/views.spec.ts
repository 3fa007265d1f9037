import { describe, expect, it } from '@jest/globals';
import { SavedRequest } from '#contracts/analysis';
import type { SavedView } from './event-queries.js';
import { contentOf, isChanged, isOnlyView, searchOf } from './views.js';

const search = {
  type: 'relais.referral.declined.v1',
  span: 'quarter',
  where: ['sender = accountant', '$.a exists'],
  columns: 'time,$.to.profession',
};

function kept(content = contentOf(search)): SavedView {
  return {
    savedId: '7c7c1f0e-0000-4000-8000-000000000000',
    name: 'Declined',
    shared: false,
    owner: 'anna-hub',
    ownerName: 'Anna',
    own: true,
    changedAt: '2026-11-24T08:30:00.000Z',
    content,
  };
}

describe('a saved view', () => {
  it('is a request the server takes', () => {
    const { success } = SavedRequest.safeParse({ name: 'Declined', shared: true, content: contentOf(search) });
    expect(success).toBe(true);
  });

  it('shows what was kept, without the event that was open', () => {
    const view = kept(contentOf({ ...search, open: 'cases/x/1', tail: '1' }));
    expect(searchOf(view)).toEqual({ ...search, view: view.savedId });
    expect(isChanged(searchOf(view), view)).toBe(false);
  });

  it.each([
    ['a filter', { profession: 'coach' }],
    ['another span', { span: 'year' }],
    ['no condition', { where: undefined }],
    ['another order of columns', { columns: '$.to.profession,time' }],
  ])('is changed by %s', (_what, part) => {
    expect(isChanged({ ...searchOf(kept()), ...part }, kept())).toBe(true);
  });

  it('is all that a link to it names', () => {
    expect(isOnlyView({ view: 'x', open: 'cases/x/1' })).toBe(true);
    expect(isOnlyView({ view: 'x', span: 'year' })).toBe(false);
    expect(isOnlyView({})).toBe(false);
  });
});
