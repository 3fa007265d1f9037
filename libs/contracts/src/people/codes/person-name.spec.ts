import { describe, expect, it } from '@jest/globals';
import { isPersonName } from './index.js';

describe('what somebody is called', () => {
  it.each([
    'Noor Vanderlinden',
    'Jean-Paul D’Hondt',
    "Siobhán O'Neill",
    'J.P. de Roo',
    'J.Dupont',
    'Łukasz Żółć',
    'فاطمة الزهراء',
    'Nguyễn Thị Minh Khai',
    'Ngu\u0079e\u0302\u0303n',
    '王芳',
    'Gabriël (Gab) van den Berg, jr.',
    'Y',
  ])('is a name: %s', (name) => {
    expect(isPersonName(name)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no letter', '– . –'],
    ['a mail address', 'noor@beci.be'],
    ['an address', 'https://relais.brussels'],
    ['what becomes a link', 'Votre compte expire relais-brussels.be'],
    ['what becomes a link, in capitals', 'WWW.RELAIS.BE'],
    ['digits', 'Noor 2'],
    ['digits of another script', 'Noor ٣'],
    ['a line break', 'Noor\nCliquez ici'],
    ['a break of Unicode', 'Noor\u2028Cliquez ici'],
    ['a control character', 'Noor\u0007'],
    ['a space of no width', 'No\u200bor'],
    ['a change of direction', 'Noor \u202eednav'],
    ['a letter that nobody sees', '\u3164'],
    ['marks one upon the other', `N${'\u0301'.repeat(4)}oor`],
    ['tags', '<b>Noor</b>'],
    ['a picture', 'Noor 🎉'],
    ['half a character', 'Noor \ud83d'],
  ])('is none with %s', (_, name) => {
    expect(isPersonName(name)).toBe(false);
  });
});
