import { describe, expect, it } from '@jest/globals';
import { givenKeys, meantBy, pressedFor, readChoices, withKey, type KeyChoices } from './key-choices.js';

const keys = ['j', 'k', '/', 'Enter'];
const changed: KeyChoices = { off: false, changed: { j: 'x' } };

describe('the keys of a person', () => {
  it('are those of Relais at first', () => {
    expect(keys.map((key) => meantBy(givenKeys, key, keys))).toEqual(keys);
  });

  it('are changed one by one: the new one does it, the old one nothing', () => {
    expect(withKey(givenKeys, 'j', 'x', keys)).toEqual(changed);
    expect(['x', 'j', 'k'].map((key) => meantBy(changed, key, keys))).toStrictEqual(['j', undefined, 'k']);
    expect(pressedFor(changed, 'j')).toBe('x');
  });

  it('never do two things: a character that another key has is refused, one that became free is not', () => {
    expect(withKey(givenKeys, 'j', 'k', keys)).toBe('taken');
    expect(withKey(changed, 'k', 'x', keys)).toBe('taken');
    expect(withKey(changed, 'k', 'j', keys)).toEqual({ off: false, changed: { j: 'x', k: 'j' } });
  });

  it('come back to what they were', () => {
    expect(withKey(changed, 'j', 'j', keys)).toEqual(givenKeys);
  });

  it.each(['', ' ', 'xy', 'Enter'])('are one character, not %j', (wanted) => {
    expect(withKey(givenKeys, 'j', wanted, keys)).toBe('none');
  });

  it('switched off do nothing, but for those that are no character', () => {
    const off = { ...changed, off: true };
    expect(['x', 'j', 'k', '/', 'Enter'].map((key) => meantBy(off, key, keys))).toStrictEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'Enter',
    ]);
    expect(pressedFor(off, 'j')).toBeUndefined();
  });

  it('are read as they were kept; of anything else nothing is taken', () => {
    expect(readChoices(JSON.stringify(changed))).toEqual(changed);
    const others = [
      null,
      '',
      '{',
      '[]',
      '7',
      'null',
      '{"off":1,"changed":{"j":"xy","kk":"a","k":3}}',
      '{"changed":[]}',
    ];
    expect(others.map(readChoices)).toEqual(others.map(() => givenKeys));
  });
});
