import { describe, expect, it } from '@jest/globals';
import { languages } from '#contracts/kernel/codes';
import { testLetter } from './test-letter.js';

describe('the letter that tries the mails', () => {
  it('says in each language, and in its own words, who asked for it and where it comes from', () => {
    const told = { name: 'Ada Minister', address: 'https://relais.example' };
    const all = languages.map((language) => testLetter('ada@house.example', language, told));
    for (const { to, subject, text } of all) {
      expect(to).toBe('ada@house.example');
      expect(text).toContain('Ada Minister');
      expect(text).toContain('Relais, https://relais.example');
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    }
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(languages.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(languages.length);
  });
});
