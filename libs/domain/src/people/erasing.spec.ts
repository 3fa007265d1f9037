import { expect, it } from '@jest/globals';
import { erasureAnswerBy } from './index.js';

it.each([
  ['2026-11-30T19:00:00.000Z', '2026-12-30T19:00:00.000Z'],
  ['2027-01-31T08:00:00.000Z', '2027-02-28T08:00:00.000Z'],
  ['2026-12-15T08:00:00.000Z', '2027-01-15T08:00:00.000Z'],
])('who asked to be erased on %s is answered by %s', (asked, by) => {
  expect(erasureAnswerBy(asked)).toBe(by);
});
