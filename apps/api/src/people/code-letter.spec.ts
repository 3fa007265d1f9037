import { describe, expect, it } from '@jest/globals';
import { languages } from '#contracts/kernel/codes';
import { codeLetter } from './code-letter.js';

const told = {
  name: 'Eva Lindqvist',
  code: 'R4K7-9TQZ',
  secret: 'AbCdEfGhIjKlMnOpQrStUv',
  address: 'https://relais.example',
};

describe('the letter with a code', () => {
  it.each(languages)('says in %s all that one needs, and its subject nothing that is secret', (language) => {
    const { to, subject, text } = codeLetter('eva@house.example', language, told);
    expect(to).toBe('eva@house.example');
    const lines = text.split('\n');
    expect(lines).toContain('R4K7-9TQZ');
    expect(lines).toContain('https://relais.example/sign-in/link#AbCdEfGhIjKlMnOpQrStUv');
    expect(text).toContain('Eva Lindqvist');
    expect(text).toContain('15\u00a0min');
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
    expect(subject).not.toMatch(/R4K7|AbCd|Eva/);
  });

  it('is another one in each language', () => {
    const all = languages.map((language) => codeLetter('eva@house.example', language, told));
    expect(new Set(all.map(({ subject }) => subject)).size).toBe(languages.length);
    expect(new Set(all.map(({ text }) => text)).size).toBe(languages.length);
  });
});
