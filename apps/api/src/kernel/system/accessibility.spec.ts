import { describe, expect, it } from '@jest/globals';
import { environmentShapes } from '#runtime';
import { AccessibilityController } from './accessibility.controller.js';
import { Installation } from './installation.js';

const shape = environmentShapes.api.ACCESSIBILITY_CONTACT;

describe('the address where barriers are reported', () => {
  it.each([
    ['access@relais.example', { kind: 'email', address: 'access@relais.example' }],
    ['https://relais.example/contact', { kind: 'site', address: 'https://relais.example/contact' }],
    [undefined, undefined],
  ])('may be %s', (given, contact) => {
    expect(shape.parse(given)).toEqual(contact);
  });

  it.each(['nobody', 'http://relais.example/contact', 'javascript:alert(1)', 'mailto:access@relais.example'])(
    'may not be %s, and the start says what it should be',
    (given) => {
      expect(shape.safeParse(given).error?.issues.map((issue) => issue.message)).toEqual([
        'an e-mail address, or the https:// address of a form',
      ]);
    },
  );

  it('is told to everybody, or that there is none', () => {
    const contact = { kind: 'email', address: 'access@relais.example' } as const;
    const told = [contact, undefined].map((one) =>
      new AccessibilityController(new Installation('https://relais.example', 'relais', one)).read(),
    );
    expect(told).toEqual([{ contact }, { contact: null }]);
  });
});
