import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  type AnalysisEvent,
  type EventCount,
  type EventDetail,
  type EventPage,
  type Freshness,
  hiddenFields,
  TailMessage,
} from '#contracts';
import { caseCodeOf } from '#domain';
import { archived, insertArchived, type NewArchived } from '../support/archive-rows.js';
import { type EventStream, openEvents } from '../support/event-stream.js';
import { type Client, signIn } from '../support/http.js';
import { startStack, type Stack } from '../support/processes.js';
import { until } from '../support/wait.js';

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
    ...{ municipality: null, difficulty: null, profession: null },
    data: { capacity: 'full' },
  }),
];

let stack: Stack;
let sql: pg.Client;
let anna: Client;
const tails: EventStream<TailMessage>[] = [];

beforeAll(async () => {
  stack = await startStack();
  sql = new pg.Client({ connectionString: stack.databaseUrl });
  await sql.connect();
  anna = await signIn(stack.apiUrl, 'anna-hub');
  await insertArchived(sql, story);
});

afterAll(async () => {
  tails.forEach((one) => one.close());
  await sql?.end();
  await stack?.stop();
});

async function list(query: string): Promise<EventPage> {
  const { status, body } = await anna.get<EventPage>(`/analysis/events?${query}`);
  expect(status).toBe(200);
  return body;
}

async function follow(query = '', lastEventId?: string, client = anna): Promise<EventStream<TailMessage>> {
  const tail = await openEvents(client, { path: `/analysis/events/tail?${query}`, schema: TailMessage }, lastEventId);
  tails.push(tail);
  return tail;
}

const eventsIn = (tail: EventStream<TailMessage>): AnalysisEvent[] =>
  tail.received.flatMap((message) => (message.event === 'event' ? [message.data] : []));

async function lastAudits(count: number): Promise<Record<string, unknown>[]> {
  const { rows } = await sql.query<Record<string, unknown>>(
    `SELECT person_id AS person, kind, subject, rows::int, outcome FROM relais.analysis_audit ORDER BY audit_id DESC LIMIT $1`,
    [count],
  );
  return rows.toReversed();
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
      await insertArchived(sql, [archived({ subject, sequence: 100 + seen.length, time: '2026-11-01T00:00:00.000Z' })]);
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
    ['where=reason = full', 'where'],
    ['limit=501', 'limit'],
    ['after=nonsense', 'after'],
    ['stream=notes', 'stream'],
  ])('refuses %s with a sentence that names the place', async (query, place) => {
    const path = `/analysis/events?${new URLSearchParams(query).toString()}`;
    const { status, problem } = await anna.get(path, { language: 'en' });
    expect([status, problem.code]).toEqual([422, 'bad-input']);
    expect(problem.detail).toContain(place);
  });

  it('says what to do when a search takes too long', async () => {
    await sql.query('BEGIN');
    await sql.query('LOCK TABLE archive.event IN ACCESS EXCLUSIVE MODE');
    const { status, problem } = await anna.get('/analysis/events/count', { language: 'en' });
    await sql.query('COMMIT');
    expect([status, problem.code]).toEqual([503, 'events-too-slow']);
    expect(problem.detail).toContain('Narrow the time');
    expect(await lastAudits(1)).toEqual([
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
    expect(body.schema).toContain('relais.referral.accepted.v1');
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
    expect(await lastAudits(4)).toEqual([
      { person: 'anna-hub', kind: 'events', subject: filter, rows: 1, outcome: 'done' },
      { person: 'anna-hub', kind: 'events', subject: 'count stream=directory', rows: 0, outcome: 'done' },
      { person: 'anna-hub', kind: 'event', subject: `cases/${subject}/1`, rows: 1, outcome: 'done' },
      { person: 'anna-hub', kind: 'event', subject: `cases/${subject}/99`, rows: 0, outcome: 'not-found' },
    ]);
  });

  it('answers nothing that could not be written down', async () => {
    await sql.query('ALTER TABLE relais.analysis_audit RENAME TO audit_away');
    const statuses = [await anna.get('/analysis/events'), await anna.get('/analysis/events/tail')].map(
      (one) => one.status,
    );
    await sql.query('ALTER TABLE relais.audit_away RENAME TO analysis_audit');
    expect(statuses).toEqual([500, 500]);
  });

  it('lets no person and no note out, whatever the archive holds', async () => {
    const secret = randomUUID();
    const tail = await follow();
    const hidden = Object.fromEntries([...hiddenFields].map((name) => [name, secret]));
    const one = archived({ time: day(28), data: { ...hidden, to: { ...hidden, profession: 'coach' } } });
    await insertArchived(sql, [one]);
    await tail.next(({ event }) => event === 'event', 'the event arrived');
    const found = await list(`case=${one.subject}`);
    const detail = await anna.get(`/analysis/events/cases/${one.subject}/1`);
    expect(found.events[0]?.data).toEqual({ to: { profession: 'coach' } });
    expect(JSON.stringify([found, detail.body, tail.text()])).not.toContain(secret);
  });
});

describe('the tail', () => {
  it('tells what comes in and passes the filter, in order', async () => {
    const [everything, declined] = [await follow(), await follow('type=relais.referral.declined.v1&profession=lawyer')];
    const rows = ['relais.referral.accepted.v1', 'relais.referral.declined.v1', 'relais.referral.kept.v1'].map((type) =>
      archived({ type, profession: 'lawyer' }),
    );
    await insertArchived(sql, rows);
    await until(() => eventsIn(everything).length === 3 && eventsIn(declined).length === 1, 'all arrived');
    expect(eventsIn(everything).map(({ subject: one }) => one)).toEqual(rows.map((row) => row.subject));
    expect(eventsIn(declined).map(({ subject: one }) => one)).toEqual([rows[1]?.subject]);
    expect(everything.lastId()).toBe(String(eventsIn(everything).at(-1)?.position));
  });

  it('resumes after the last event, by header or by address', async () => {
    const before = await follow();
    await insertArchived(sql, [archived({ profession: 'coach' })]);
    await before.next(({ event }) => event === 'event', 'the first arrived');
    before.close();
    await insertArchived(sql, [archived({ profession: 'coach' }), archived({ profession: 'lawyer' })]);
    const resumed = [
      await follow('profession=coach', before.lastId()),
      await follow(`profession=coach&after=${before.lastId()}`),
      await follow('profession=coach&after=1', before.lastId()),
    ];
    await insertArchived(sql, [archived({ profession: 'coach' })]);
    for (const tail of resumed) {
      await until(() => eventsIn(tail).length === 2, 'the missed and the new one arrived');
      const [one, two] = eventsIn(tail);
      expect((two?.position ?? 0) - (one?.position ?? 0)).toBe(2);
    }
  });

  it('starts anew after an id from before the archive was rebuilt, and refuses what is no id', async () => {
    const tail = await follow('', '2000000000');
    const one = archived();
    await insertArchived(sql, [one]);
    await tail.next((message) => message.event === 'event' && message.data.subject === one.subject, 'it arrived');
    for (const id of ['nonsense', '-1', '99999999999']) {
      const { status, problem } = await anna.get('/analysis/events/tail', { headers: { 'last-event-id': id } });
      expect([status, problem.code]).toEqual([422, 'bad-input']);
    }
  });

  it('says how many it left out when more come than a person can follow, live and after an absence', async () => {
    const tail = await follow();
    const from = tail.lastId();
    await insertArchived(
      sql,
      Array.from({ length: 1_000 }, () => archived()),
    );
    const total = () =>
      tail.received.reduce((sum, one) => sum + (one.event === 'event' ? 1 : one.data.skipped), 0) === 1_000;
    await until(total, 'all were told or counted');
    expect(eventsIn(tail).length).toBeLessThan(1_000);
    const last = eventsIn(tail).at(-1)?.position ?? 0;
    await insertArchived(sql, [archived()]);
    await until(() => (eventsIn(tail).at(-1)?.position ?? 0) > last + 1, 'it goes on');
    const back = await follow('', from);
    await until(() => eventsIn(back).length === 500, 'the newest are told');
    expect(back.received[0]).toMatchObject({ event: 'skipped', data: { skipped: 501 } });
  });

  it('ends with the session, and is written down with what it sent', async () => {
    const client = await signIn(stack.apiUrl, 'anna-hub');
    const tail = await follow('profession=mediator', undefined, client);
    await insertArchived(sql, [archived({ profession: 'mediator' })]);
    await tail.next(({ event }) => event === 'event', 'the event arrived');
    const [begun] = await lastAudits(1);
    expect(begun).toEqual({
      person: 'anna-hub',
      kind: 'tail',
      subject: 'profession=mediator',
      rows: null,
      outcome: 'started',
    });
    await client.delete('/session');
    await tail.ended;
    const ended = await until(async () => {
      const [audit] = await lastAudits(1);
      return audit?.['outcome'] === 'done' && audit;
    }, 'the end is written down');
    expect(ended).toEqual({ ...begun, rows: 1, outcome: 'done' });
  });
});

describe('freshness', () => {
  it('tells how far everything is', async () => {
    const { body } = await anna.get<Freshness>('/analysis/freshness');
    const { rows } = await sql.query<{ type: string }>(`SELECT type FROM archive.event ORDER BY position DESC LIMIT 1`);
    expect(body).toMatchObject({ newest: { type: rows[0]?.type }, unfiled: 0, events: 0 });
    await sql.query(
      `INSERT INTO archive.place (topic, partition, next, filed)
       SELECT 'relais.cases.v1', 0, max("offset") + 1, max("offset") - 1 FROM archive.event`,
    );
    await insertArchived(sql, [archived({ type: 'relais.case.imported.v1', profession: null })]);
    const after = await until(async () => {
      const answer = await anna.get<Freshness>('/analysis/freshness');
      return answer.body.projectionLag !== null && answer.body;
    }, 'the projector told the ends');
    expect(after).toMatchObject({ projectionLag: 0, archiveLag: 0, newest: body.newest, unfiled: 2, events: 2 });
    const [oldest] = (
      await sql.query<{ at: Date }>(
        `SELECT arrived_at AS at FROM archive.event e JOIN archive.place p USING (topic, partition)
          WHERE e."offset" >= p.filed ORDER BY e."offset" LIMIT 1`,
      )
    ).rows;
    expect(after.filedUntil).toBe(oldest?.at.toISOString());
  });
});
