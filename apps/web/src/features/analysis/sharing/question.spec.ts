import { describe, expect, it } from '@jest/globals';
import { questionOf, withCode } from './question.js';

const now = new Date('2026-11-24T12:00:00Z');

describe('the question of the address', () => {
  it('keeps what the cube knows and leaves out the rest', () => {
    expect(
      questionOf(
        { cube: 'sent', by: 'from,nonsense,to', where: 'to:psychologist;to2:x;from:dancer', span: 'last-year' },
        now,
      ),
    ).toEqual({
      cube: 'sent',
      by: ['from', 'to'],
      where: ['to:psychologist'],
      from: '2025-W01',
      to: '2025-W52',
      grain: 'total',
    });
  });

  it('is one that can be asked whatever the address says', () => {
    expect(questionOf({ cube: 'toString', by: 'constructor', grain: 'day', span: 'x' }, now)).toEqual({
      cube: 'sent',
      by: ['from'],
      where: [],
      grain: 'total',
    });
  });

  it('splits by one dimension over time', () => {
    expect(questionOf({ cube: 'sent', by: 'from,to', grain: 'month', span: 'quarter' }, now)).toMatchObject({
      by: ['from'],
      from: '2026-W35',
    });
  });

  it('changes one code at a time', () => {
    expect(withCode('to:psychologist', 'from', 'accountant')).toBe('to:psychologist;from:accountant');
    expect(withCode('to:psychologist', 'to', undefined)).toBeUndefined();
  });
});
