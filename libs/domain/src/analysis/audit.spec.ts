import { describe, expect, it } from '@jest/globals';
import { auditOutcomeOf } from './audit.js';

describe('how a deed of an analyst ended', () => {
  it.each([
    ['running', 0, 'running'],
    ['running', 600, 'running'],
    ['running', 601, 'interrupted'],
    ['started', 601, 'started'],
    ['done', 601, 'done'],
  ])('%s, begun %d seconds ago: %s', (written, age, told) => {
    expect(auditOutcomeOf(written, age)).toBe(told);
  });
});
