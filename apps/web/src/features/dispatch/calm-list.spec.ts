import { describe, expect, it } from '@jest/globals';
import { calm } from './calm-list.js';

type Line = { readonly key: string; readonly text: string };
const keyOf = (line: Line) => line.key;

describe('a list that does not jump', () => {
  it('keeps its order, takes changes in place, marks what is gone and counts what is new', () => {
    const shown = [
      { key: 'a', text: 'old a' },
      { key: 'b', text: 'b' },
    ];
    const latest = [
      { key: 'c', text: 'c' },
      { key: 'a', text: 'new a' },
    ];
    expect(calm(shown, latest, keyOf)).toEqual({
      rows: [
        { item: { key: 'a', text: 'new a' }, gone: false },
        { item: { key: 'b', text: 'b' }, gone: true },
      ],
      news: 1,
    });
  });
});
