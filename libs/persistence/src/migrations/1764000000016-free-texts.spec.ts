import { describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { FreeTexts1764000000016 } from './1764000000016-free-texts.js';

type Row = { readonly id: string; readonly [column: string]: unknown };

/** What the migration writes into a database that has these rows, by the table it writes to. */
async function writtenTo(rows: Readonly<Record<'analysis_audit' | 'saved' | 'outside_series', readonly Row[]>>) {
  const written: [string, unknown[]][] = [];
  const runner = {
    query: async (sql: string, parameters: unknown[] = []) => {
      const [, selected] = /^SELECT .* FROM relais\.(\w+)/.exec(sql) ?? [];
      const [, updated] = /^UPDATE relais\.(\w+)/.exec(sql) ?? [];
      if (updated !== undefined) {
        written.push([updated, parameters]);
      }
      const found = rows[selected as keyof typeof rows] ?? [];
      return selected === 'analysis_audit' ? found.filter(({ id }) => Number(id) > Number(parameters[0])) : found;
    },
  };
  await new FreeTexts1764000000016().up(runner as unknown as QueryRunner);
  return written;
}

describe('what was kept before the guard read it', () => {
  it('is covered where it identifies somebody, and else stays', async () => {
    const line = (id: string, kind: string, subject: string) => ({ id, kind, subject });
    expect(
      await writtenTo({
        analysis_audit: [
          line('1', 'query', `SELECT 'Jan Peeters'`),
          line('2', 'events', 'case=Jan+Peeters&where=sender+%3D+coach'),
          line('3', 'query', `SELECT count(*) FROM cases WHERE municipality = '21004'`),
        ],
        saved: [
          {
            id: 'a',
            name: 'Vragen van Sofie',
            content: {
              kind: 'query',
              sql: `WITH Martin AS (SELECT 'Jan Peeters')`,
              parameters: { who: 'Jan Peeters', n: 1 },
            },
          },
        ],
        outside_series: [
          {
            id: 's',
            title: { fr: 'Faillites (Jan Peeters)' },
            unit: {},
            source: 'https://statbel.fgov.be',
            licence: 'CC BY 4.0',
          },
        ],
      }),
    ).toEqual([
      ['analysis_audit', ['1', `SELECT '[person-name]'`]],
      ['analysis_audit', ['2', 'case=[person-name]&where=sender = coach']],
      [
        'saved',
        [
          'a',
          'Vragen van [person-name]',
          JSON.stringify({
            kind: 'query',
            sql: `WITH Martin AS (SELECT '[person-name]')`,
            parameters: { who: '[person-name]', n: 1 },
          }),
        ],
      ],
      [
        'outside_series',
        ['s', JSON.stringify({ fr: 'Faillites ([person-name])' }), '{}', 'https://statbel.fgov.be', 'CC BY 4.0'],
      ],
    ]);
  });
});
