import { expect, it } from '@jest/globals';
import { currentOf } from './current.js';

const addresses = ['/cases/new', '/cases', '/trends', '/trends/outside', '/figures'];

it.each([
  ['/cases', '/cases'],
  ['/cases/0b7e', '/cases'],
  ['/cases/new', '/cases/new'],
  ['/trends/packs', '/trends'],
  ['/trends/outside', '/trends/outside'],
  ['/figures', '/figures'],
  ['/figures-of-others', undefined],
  ['/', undefined],
])('%s belongs to %s', (pathname, expected) => {
  expect(currentOf(addresses, pathname)).toBe(expected);
});
