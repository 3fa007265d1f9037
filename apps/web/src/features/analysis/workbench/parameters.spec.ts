import { describe, expect, it } from '@jest/globals';
import type { QueryParameter } from '#contracts/analysis';
import { fieldsOf, missingOf, parametersIn, parametersOf, searchOf, startingValues } from './parameters.js';

const text = (word: string) => ({ fr: word, nl: word, en: word });
const sender: QueryParameter = { name: 'sender', label: text('sender'), kind: 'sender', default: 'accountant' };

describe('parameters of a query', () => {
  it('are found once each, in order, and not inside strings, names and comments', () => {
    const sql = `SELECT '$a', "$b", $c -- $d
      /* $e */ FROM t WHERE x = $f AND y = $c AND z = $$ $g $$ AND w = $tag$ $h $tag$ AND v = 'it''s $i' AND u=$j`;
    expect(parametersIn(sql)).toEqual(['c', 'f', 'j']);
  });

  it('are asked for as described, else as their names suggest', () => {
    const fields = fieldsOf('SELECT $sender, $to_profession, $from, $until, $n, $municipality', [sender]);
    expect(fields.map(({ name, kind }) => [name, kind])).toEqual([
      ['sender', 'sender'],
      ['to_profession', 'profession'],
      ['from', 'date'],
      ['until', 'date'],
      ['n', 'free'],
      ['municipality', 'municipality'],
    ]);
    expect(fields[0]?.described).toEqual(sender);
  });

  it('start with what the address says, then what was saved, then what is usual', () => {
    const given = { query: 'q', 'p.n': '3' };
    expect(startingValues([sender], { n: 1, m: 2 }, given)).toEqual({ sender: 'accountant', n: '3', m: '2' });
    expect(startingValues([sender], { sender: 'lawyer' }, {})).toEqual({ sender: 'lawyer' });
  });

  it('are numbers only where a number is meant: the code of a municipality stays text', () => {
    const fields = fieldsOf('SELECT $municipality, $n, $word, $hops', [{ ...sender, name: 'hops', kind: 'number' }]);
    const values = { municipality: '21009', n: '-1.5', word: '2 weeks', hops: '2' };
    expect(parametersOf(fields, values)).toEqual({ municipality: '21009', n: -1.5, word: '2 weeks', hops: 2 });
  });

  it('keep every digit: what a number cannot hold is sent as a text', () => {
    const values = { a: '9007199254740991', b: '9007199254740993', c: '0.1', d: '0.1234567890123456789', e: '.50' };
    expect(parametersOf(fieldsOf('SELECT $a, $b, $c, $d, $e', []), values)).toEqual({
      a: 9007199254740991,
      b: '9007199254740993',
      c: 0.1,
      d: '0.1234567890123456789',
      e: 0.5,
    });
  });

  it('are missing while nothing stands in them, and a number or a day is none', () => {
    const fields = fieldsOf('SELECT $word, $from, $hops, $other', [{ ...sender, name: 'hops', kind: 'number' }]);
    const values = { word: '', from: '', hops: 'two' };
    expect(missingOf(fields, values).map(({ name }) => name)).toEqual(['from', 'hops', 'other']);
  });

  it('go into the address under names of their own', () => {
    expect(searchOf(fieldsOf('SELECT $query', []), { query: 'x', gone: 'y' })).toEqual({ 'p.query': 'x' });
  });
});
