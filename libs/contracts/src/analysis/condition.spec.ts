import { describe, expect, it } from '@jest/globals';
import { conditionColumns, operators, parseCondition, textOfCondition } from './condition.js';

describe('a condition', () => {
  it('names a place in the data or a column', () => {
    expect(parseCondition('$.to.profession = psychologist')).toEqual({
      of: 'data',
      path: ['to', 'profession'],
      operator: '=',
      value: 'psychologist',
    });
    expect(parseCondition(' sender != accountant ')).toEqual({
      of: 'column',
      path: ['sender'],
      operator: '!=',
      value: 'accountant',
    });
    expect(parseCondition('$.offerId exists')).toEqual({
      of: 'data',
      path: ['offerId'],
      operator: 'exists',
      value: '',
    });
  });

  it.each(['', 'sender', 'data = x', 'time < 2024', 'person = x', '$ = x', '$.a', '$.a =', '$.a b = x', "$.a' = x"])(
    'is not %p',
    (text) => expect(parseCondition(text)).toBeUndefined(),
  );

  it('is written as it is read', () => {
    for (const operator of operators) {
      const value = operator === 'exists' ? '' : 'a = b';
      for (const column of conditionColumns) {
        const condition = { of: 'column', path: [column], operator, value } as const;
        expect(parseCondition(textOfCondition(condition))).toEqual(condition);
      }
      const condition = { of: 'data', path: ['a', '0', 'b-c'], operator, value } as const;
      expect(parseCondition(textOfCondition(condition))).toEqual(condition);
    }
  });
});
