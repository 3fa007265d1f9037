import { describe, expect, it } from '@jest/globals';
import { calm, isSpent } from './calm-list.js';

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

  it('is spent when nothing shown is left, so that the next list may come at once', () => {
    const [a, b] = [
      { key: 'a', text: '' },
      { key: 'b', text: '' },
    ];
    expect(isSpent([a], [b], keyOf)).toBe(true);
    expect(isSpent([a], [], keyOf)).toBe(true);
    expect(isSpent([a], [a, b], keyOf)).toBe(false);
    expect(isSpent([], [], keyOf)).toBe(false);
  });
});
