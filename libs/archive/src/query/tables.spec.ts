import { describe, expect, it } from '@jest/globals';
import { labelledLists } from '../measure-columns.js';
import { tables } from './tables.js';

describe('what a table says of its columns', () => {
  it('names lists that the labels have', () => {
    const named = Object.values(tables).flatMap(({ columns }) =>
      columns.flatMap(({ meaning }) => /code of the list “(.+)”/.exec(meaning.en)?.[1] ?? []),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((list) => labelledLists[list] === undefined)).toEqual([]);
  });
});
