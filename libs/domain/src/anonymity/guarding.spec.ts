import { describe, expect, it } from '@jest/globals';
import { shelfOn } from '../../../../apps/api/src/analysis/shelf/index.js';
import { covered, findingsIn, guardOf } from './index.js';

const kindsIn = (find: (text: string) => readonly { kind: string; excerpt: string }[], text: string) =>
  find(text).map(({ kind, excerpt }) => [kind, excerpt]);

describe('a query in SQL', () => {
  const inSql = (sql: string) => kindsIn(guardOf['refused-sql'], sql);

  it('names somebody in what it quotes and in its comments', () => {
    const person = [['person-name', 'Jan Peeters']];
    expect(inSql(`SELECT * FROM cases WHERE a = 'Jan Peeters'`)).toEqual(person);
    expect(inSql(`SELECT * FROM cases WHERE a = E'l\\'ami Jan Peeters'`)).toEqual(person);
    expect(inSql(`SELECT 1 AS "Jan Peeters"`)).toEqual(person);
    expect(inSql('-- pour Jan Peeters\nSELECT 1')).toEqual(person);
    expect(inSql('/* Jan Peeters */ SELECT 1')).toEqual(person);
    expect(inSql('SELECT $$Jan Peeters$$')).toEqual(person);
    expect(inSql(`SELECT 'Jan Peeters`)).toEqual(person);
    expect(inSql('SELECT 1 AS jan_peeters')).toEqual([['person-name', 'jan_peeters']]);
  });

  it('names somebody wherever the engine reads words and not names', () => {
    const person = [['person-name', 'Jan Peeters']];
    expect(inSql('SELECT 1 /* /* x */ Jan Peeters */')).toEqual(person);
    expect(inSql('SELECT $é$Jan Peeters$é$')).toEqual(person);
    expect(inSql(`SELECT DATE'\\'::VARCHAR, 'Jan Peeters'`)).toEqual(person);
    expect(inSql(`SELECT 'it''s', "a""b", 'Jan Peeters'`)).toEqual(person);
    expect(inSql('SELECT a$b$ AS Jan, c$b$ AS Martin FROM Jan')).toEqual([]);
  });

  it('names somebody by a number or an address wherever it stands', () => {
    expect(inSql('SELECT * FROM events WHERE position = 0403170701')).toEqual([['enterprise-number', '0403170701']]);
    expect(inSql(`SELECT 'jan@example.com'`)).toEqual([['email', 'jan@example.com']]);
  });

  it('names nobody by what tables, columns and aliases are called', () => {
    expect(inSql('WITH Martin AS (SELECT Max(hops) AS Max FROM cases) SELECT * FROM Martin GROUP BY Jan')).toEqual([]);
    expect(shelfOn(new Date('2026-11-29')).flatMap(({ sql }) => inSql(sql))).toEqual([]);
  });
});

describe('the source of a series', () => {
  const inSource = (text: string) => kindsIn(guardOf['refused-but-address'], text);

  it('may be an address of an institution', () => {
    for (const text of [
      'Statbel, https://statbel.fgov.be/fr/themes/entreprises/faillites/plus',
      'https://bestat.statbel.fgov.be/bestat/api/views/7d0b4c3e-98a4-4a37-8c2c-2f1d5c0b7f11/result/JSON',
      'Vlaanderen.be',
      'https://creativecommons.org/licenses/by/4.0/',
    ]) {
      expect(inSource(text)).toEqual([]);
    }
  });

  it('names nobody, in the address neither', () => {
    expect(inSource('Jan Peeters')).toEqual([['person-name', 'Jan Peeters']]);
    expect(inSource('https://statistics.example/Jan-Peeters')).toEqual([['person-name', 'Jan-Peeters']]);
    expect(inSource('https://x.example/Jan%20Peeters')).toEqual([['person-name', 'https://x.example/Jan%20Peeters']]);
    expect(inSource('https://x.example/%4aan%20Peeters')).toEqual([
      ['person-name', 'https://x.example/%4aan%20Peeters'],
    ]);
    expect(inSource('https://x.example/%zz')).toEqual([]);
    expect(inSource('https://statistics.example/?n=0403170701')).toEqual([['enterprise-number', '0403170701']]);
  });
});

describe('the texts of a request', () => {
  it('are found where the table says, with their place', () => {
    const found = findingsIn('POST /api/v1/analysis/saved', {
      name: 'Vragen van Sofie',
      content: {
        kind: 'query',
        sql: `SELECT 'jan@example.com'`,
        parameters: { who: 'Jan Peeters', jan_peeters: '' },
        chart: { form: 'bars', x: 'Jan Peeters', y: 'n', series: null },
      },
    });
    expect(found.map(({ path, start, excerpt }) => [path, start, excerpt])).toEqual([
      ['name', 11, 'Sofie'],
      ['content.sql', 8, 'jan@example.com'],
      ['content.parameters.who', 0, 'Jan Peeters'],
      ['content.parameters.jan_peeters', 0, 'jan_peeters'],
      ['content.chart.x', 0, 'Jan Peeters'],
    ]);
  });

  it('are not asked for of a route that has none', () => {
    expect(() => findingsIn('POST /api/v1/nowhere', {})).toThrow(/no text of POST/);
  });
});

describe('a text that is covered', () => {
  it('keeps what names nobody', () => {
    expect(covered(`SELECT 'Jan Peeters', 'jan@example.com' -- 0475 12 34 56!`)).toBe(
      `SELECT '[person-name]', '[email]' -- [phone]!`,
    );
    expect(covered(`SELECT 'jan_peeters' -- $jan_peeters = 1`)).toBe(`SELECT '[person-name]' -- $[person-name] = 1`);
    expect(covered('cases/jan_peeters/1')).toBe('cases/[person-name]/1');
    expect(covered('SELECT 1')).toBe('SELECT 1');
    expect(covered('')).toBe('');
  });
});
