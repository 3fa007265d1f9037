import { describe, expect, it } from '@jest/globals';
import { spelledCode } from '../spelling/index.js';
import { caseCodeOf } from './index.js';

describe('the code of a case', () => {
  it('is found as people hear and write it', () => {
    expect(spelledCode('r4k7-9tqz')).toBe('R4K79TQZ');
    expect(spelledCode(' O1il-oOIL ')).toBe('01110011');
  });

  it('never holds a letter that looks like a digit, so that no other code is found instead', () => {
    for (let first = 0; first < 64; first += 1) {
      const byte = first.toString(16).padStart(2, '0');
      const code = caseCodeOf(`${byte.repeat(4)}-${byte.repeat(2)}-4000-8000-000000000000`).replace('-', '');
      expect(spelledCode(code)).toBe(code);
    }
  });
});
