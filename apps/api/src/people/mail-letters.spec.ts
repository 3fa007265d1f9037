import { describe, expect, it } from '@jest/globals';
import { languages } from '#contracts/kernel/codes';
import { mailChangedLetter, mailCodeLetter, mailGivenLetter } from './mail-letters.js';

const told = { name: 'Eva Lindqvist', address: 'https://relais.example' };
const to = 'eva@house.example';

describe('letters about an address', () => {
  const letters = [
    (language: (typeof languages)[number]) => mailCodeLetter(to, language, { ...told, code: 'R4K7-9TQZ' }),
    (language: (typeof languages)[number]) => mailChangedLetter(to, language, told),
    (language: (typeof languages)[number]) => mailGivenLetter(to, language, told),
  ];

  it.each(letters)('are written in each language, to whom they name', (letter) => {
    const all = languages.map(letter);
    for (const one of all) {
      expect(one.to).toBe(to);
      expect(one.text).toContain('Eva Lindqvist');
      expect(`${one.subject}${one.text}`).not.toMatch(/[{}]|undefined/);
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(languages.length);
  });

  it.each(languages)('in %s bring the code on a line of its own, and not in the subject', (language) => {
    const { subject, text } = mailCodeLetter(to, language, { ...told, code: 'R4K7-9TQZ' });
    expect([text.split('\n').includes('R4K7-9TQZ'), subject.includes('R4K7')]).toEqual([true, false]);
    expect(text).toContain('15\u00a0min');
  });
});
