import { describe, expect, it } from '@jest/globals';
import type { Service } from '#contracts/directory';
import { matches } from './directory.service.js';

const service = {
  name: { fr: 'Médiation et créances', nl: 'Bemiddeling', en: 'Mediation' },
  organisationName: 'BeMediation',
} as Service;

describe('a question to the directory', () => {
  it.each([
    ['creances', true],
    ['BEMIDDELING', true],
    ['bemediation médiation', true],
    ['mediation notaire', false],
    [' ', true],
  ])('%s: %s', (question, found) => {
    expect(matches(service, question)).toBe(found);
  });
});
