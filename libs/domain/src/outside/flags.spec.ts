import { describe, expect, it } from '@jest/globals';
import { confidentialIn, flagsIn } from './flags.js';

describe('flags of an observation', () => {
  it.each([
    ['', []],
    ['A', []],
    [':', []],
    ['bd', ['break', 'definition']],
    ['P', ['provisional']],
    ['e, i', ['estimated']],
    ['s', ['other']],
    ['q', ['confidential']],
    ['x', ['other']],
    ['c', ['confidential']],
  ])('%o are %o', (text, flags) => {
    expect(flagsIn(text)).toEqual(flags);
  });

  it.each([
    ['', []],
    ['F', []],
    ['C', ['confidential']],
    ['N', ['confidential']],
    ['A', ['confidential']],
    ['D', ['confidential']],
  ])('of confidentiality %o are %o', (text, flags) => {
    expect(confidentialIn(text)).toEqual(flags);
  });
});
