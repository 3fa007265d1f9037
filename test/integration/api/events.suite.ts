import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { EventCount, EventDetail, EventPage } from '#contracts/analysis';
import { caseCodeOf } from '#domain/case';
import { archived, insertArchived, type NewArchived } from '../../support/archive-rows.js';
import { lastAudits } from '../../support/audits.js';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';

const subject = '5b0a1c2d-0000-4000-8000-00000000000a';
const day = (date: number) => `2026-10-${String(date).padStart(2, '0')}T08:00:00.000Z`;

/** One case with an event a day, and one event each that differs in one thing. */
const story: readonly NewArchived[] = [
  ...Array.from({ length: 12 }, (_, index) => archived({ subject, sequence: index + 1, time: day(index + 1) })),
  archived({ time: day(20), type: 'relais.referral.declined.v1', data: { reason: 'full', choice: 'capacity' } }),
  archived({ time: day(21), profession: 'psychologist', data: { to: { profession: 'psychologist' }, hop: 2 } }),
  archived({ time: day(22), difficulty: 'rent' }),
  archived({ time: day(23), municipality: '21001' }),
  archived({
    time: day(24),
    stream: 'directory',
    type: 'relais.directory.capacity-confirmed.v1',
    subject: 'itaa-accountants',
    municipality: null,
    difficulty: null,
    profession: null,
    data: { capacity: 'full' },
  }),
];

let stack: Stack;
let sql: pg.Client;
let anna: Client;

/** Events of the archive, as an analyst lists them. */
export function events(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    sql = new pg.Client({ connectionString: stack.databaseUrl });
    await sql.connect();
    anna = await signIn(stack.apiUrl, 'anna-hub');
    await insertArchived(sql, story);
  });

  afterAll(async () => {
    await sql?.end();
  });

  async function list(query: string): Promise<EventPage> {
    const { status, body } = await anna.get<EventPage>(`/analysis/events?${query}`);
    expect(status).toBe(200);
    return body;
  }

  describe('the list of events', () => {
    it('shows the newest first, whole and coded', async () => {
      const { events, next } = await list('');
      expect(next).toBeNull();
      expect(events.map(({ time }) => time)).toEqual(story.map(({ time }) => time).toReversed());
      const { position: _position, ...first } = events.at(-1) ?? {};
      expect(first).toEqual(story[0]);
    });

    it.each([
      ['stream=directory', [24]],
      ['stream=cases&type=relais.directory.capacity-confirmed.v1', []],
      ['type=relais.referral.declined.v1', [20]],
      ['type=relais.referral.declined.v1,relais.directory.capacity-confirmed.v1', [24, 20]],
      ['type=relais.referral.declined.v1&profession=psychologist', []],
      ['profession=psychologist', [21]],
      ['profession=psychologist&type=relais.referral.accepted.v1&municipality=21009&difficulty=vat,rent', [21]],
      ['difficulty=rent', [22]],
      ['municipality=21001,21002', [23]],
      [`from=${day(22)}&until=${day(23)}`, [23, 22]],
      [`case=${subject.toUpperCase()}&until=${day(2)}`, [2, 1]],
      [`case=${caseCodeOf(subject).slice(0, 4).toLowerCase()}&from=${day(12)}`, [12]],
      ['case=itaa-accountants', [24]],
      ['where=$.reason = full', [20]],
      ['where=$.to.profession ~ PSYCH&where=$.hop >= 2', [21]],
      ['where=$.hop exists&where=$.hop != 2', []],
      [`where=$.firstContactBy < 2026&from=${day(1)}`, []],
    ])('finds with %s', async (query, days) => {
      const search = new URLSearchParams(query).toString();
      expect((await list(search)).events.map(({ time }) => time)).toEqual(days.map(day));
      const { body } = await anna.get<EventCount>(`/analysis/events/count?${search}`);
      expect(body).toEqual({ count: days.length });
    });

    it('pages without a gap or a repetition while new events come in', async () => {
      const seen: number[] = [];
      let after = '';
      do {
        const page = await list(`case=${subject}&limit=5${after}`);
        seen.push(...page.events.map(({ sequence }) => sequence));
        await insertArchived(sql, [
          archived({ subject, sequence: 100 + seen.length, time: '2026-11-01T00:00:00.000Z' }),
        ]);
        after = page.next === null ? '' : `&after=${page.next}`;
      } while (after !== '');
      expect(seen).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });

    it.each([
      ['case=R4', 'case'],
      ['type=DROP TABLE', 'type'],
      ['profession=plumber', 'profession'],
      ['municipality=1000', 'municipality'],
      ['from=yesterday', 'from'],
      ['where=$.to.profession', 'where'],
      ['where=nonsense = full', 'where'],
      ['limit=501', 'limit'],
      ['after=nonsense', 'after'],
      ['stream=notes', 'stream'],
    ])('refuses %s with a sentence, and says at which place', async (query, place) => {
      const path = `/analysis/events?${new URLSearchParams(query).toString()}`;
      const { status, problem } = await anna.get(path, { language: 'en' });
      expect([status, problem.code]).toEqual([422, 'bad-input']);
      expect(problem.errors?.map(({ path: at }) => at.split('.')[0])).toEqual([place]);
    });

    it('says how a condition is written', async () => {
      const { problem } = await anna.get('/analysis/events?where=hop', { language: 'en' });
      expect(problem.errors).toEqual([
        { path: 'where', message: expect.stringContaining('“$.to.profession = psychologist”') },
      ]);
    });

    it('says what to do when a search takes too long', async () => {
      await sql.query('BEGIN');
      await sql.query('LOCK TABLE archive.event IN ACCESS EXCLUSIVE MODE');
      const { status, problem } = await anna.get('/analysis/events/count', { language: 'en' });
      await sql.query('COMMIT');
      expect([status, problem.code]).toEqual([503, 'events-too-slow']);
      expect(problem.detail).toContain('Narrow the time');
      expect(await lastAudits(sql, 1)).toEqual([
        { person: 'anna-hub', kind: 'events', subject: 'count ', rows: 0, outcome: 'events-too-slow' },
      ]);
    });
  });

  describe('one event', () => {
    it('opens with those around it in the same case', async () => {
      const { body } = await anna.get<EventDetail>(`/analysis/events/cases/${subject}/3`);
      expect(body.event).toMatchObject({ subject, sequence: 3, data: story[2]?.data });
      expect(body.neighbours.slice(0, 12).map(({ sequence }) => sequence)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
      ]);
      expect(body.schema).toBe('/schemas/relais.referral.accepted.v1');
    });

    it('has at most 500 around it', async () => {
      const long = randomUUID();
      const time = '2020-01-01T00:00:00.000Z';
      await insertArchived(
        sql,
        Array.from({ length: 700 }, (_, index) => archived({ subject: long, sequence: index + 1, time })),
      );
      const { body } = await anna.get<EventDetail>(`/analysis/events/cases/${long}/400`);
      const sequences = body.neighbours.map(({ sequence }) => sequence);
      expect([sequences.length, sequences[0], sequences.at(-1)]).toEqual([500, 151, 650]);
    });

    it('is not found, or not asked for rightly', async () => {
      expect((await anna.get(`/analysis/events/cases/${subject}/99`)).status).toBe(404);
      expect((await anna.get(`/analysis/events/cases/${subject}/0`)).status).toBe(422);
      expect((await anna.get(`/analysis/events/notes/${subject}/1`)).status).toBe(422);
    });
  });

  describe('the room', () => {
    const routes = ['events', 'events/count', 'events/tail', `events/cases/${subject}/1`, 'freshness'];

    it.each(['amelie-beci', 'mark-febelfin', 'admin-hub'])('is closed to %s', async (person) => {
      const client = await signIn(stack.apiUrl, person);
      for (const route of routes) {
        expect((await client.get(`/analysis/${route}`)).status).toBe(403);
      }
    });

    it('is open to coordinators, and to nobody who is not signed in', async () => {
      const sofie = await signIn(stack.apiUrl, 'sofie-hub');
      expect((await sofie.get('/analysis/events')).status).toBe(200);
      expect((await fetch(`${stack.apiUrl}/api/v1/analysis/events`)).status).toBe(401);
    });

    it('remembers every look', async () => {
      await anna.get('/analysis/events?profession=psychologist&where=%24.hop%20%3D%202');
      await anna.get('/analysis/events/count?stream=directory');
      await anna.get(`/analysis/events/cases/${subject}/1`);
      await anna.get(`/analysis/events/cases/${subject}/99`);
      const filter = 'profession=psychologist&where=%24.hop+%3D+2';
      expect(await lastAudits(sql, 4)).toEqual([
        { person: 'anna-hub', kind: 'events', subject: filter, rows: 1, outcome: 'done' },
        { person: 'anna-hub', kind: 'events', subject: 'count stream=directory', rows: 0, outcome: 'done' },
        { person: 'anna-hub', kind: 'event', subject: `cases/${subject}/1`, rows: 1, outcome: 'done' },
        { person: 'anna-hub', kind: 'event', subject: `cases/${subject}/99`, rows: 0, outcome: 'not-found' },
      ]);
    });

    it('answers nothing that could not be written down', async () => {
      await sql.query('ALTER TABLE relais.analysis_audit RENAME TO audit_away');
      try {
        const answers = [await anna.get('/analysis/events'), await anna.get('/analysis/events/tail')];
        expect(answers.map(({ status }) => status)).toEqual([500, 500]);
      } finally {
        await sql.query('ALTER TABLE relais.audit_away RENAME TO analysis_audit');
      }
    });
  });
}
