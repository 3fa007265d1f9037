import { describe, expect, it } from '@jest/globals';
import { openedOf } from './opened.js';

const all = ['trend', 'map', 'flow'];
const openIn = (search: Parameters<typeof openedOf>[0]) => all.filter((id) => openedOf(search, all).has(id));

describe('the figures that are open', () => {
  it('are those that the address names, as pictures or as tables', () => {
    expect(openIn({})).toEqual([]);
    expect(openIn({ open: 'map' })).toEqual(['map']);
    expect(openIn({ open: 'map', table: 'flow' })).toEqual(['map', 'flow']);
  });

  it('are all of them when it says so, one that is new tomorrow too', () => {
    expect(openIn({ open: 'all' })).toEqual(all);
    expect(openedOf({}, all).with(all, true)).toEqual({ open: 'all', table: undefined });
    expect(openedOf({ open: 'trend,map' }, all).with(['flow'], true)).toEqual({ open: 'all', table: undefined });
  });

  it('are opened and closed one by one, in the order of the page', () => {
    expect(openedOf({ open: 'flow' }, all).with(['trend'], true)).toEqual({ open: 'trend,flow', table: undefined });
    expect(openedOf({ open: 'all' }, all).with(['map'], false)).toEqual({ open: 'trend,flow', table: undefined });
    expect(openedOf({ open: 'map' }, all).with(['map'], false)).toEqual({ open: undefined, table: undefined });
  });

  it('are tables no more once they are closed, so that they open as pictures', () => {
    const search = { open: 'all', table: 'map,flow' };
    expect(openedOf(search, all).with(['map'], false)).toEqual({ open: 'trend,flow', table: 'flow' });
    expect(openedOf(search, all).with(all, false)).toEqual({ open: undefined, table: undefined });
    expect(openedOf({ table: 'map' }, all).with(['flow'], true)).toEqual({ open: 'map,flow', table: 'map' });
  });
});
