import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type AnalysisEvent, type EventPage, type Freshness, TailMessage } from '#contracts/analysis';
import { hiddenFields } from '#contracts/catalogue';
import { archived, insertArchived } from '../../support/archive-rows.js';
import { lastAudits } from '../../support/audits.js';
import { type EventStream, openEvents } from '../../support/event-stream.js';
import { type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import { emptied, type System } from '../../support/system.js';
import { until } from '../../support/wait.js';

let stack: Stack;
let sql: pg.Client;
let anna: Client;
const tails: EventStream<TailMessage>[] = [];

/** Events of the archive as they come in. */
export function tail(system: () => System): void {
  beforeAll(async () => {
    await emptied(system());
    stack = system().stack;
    sql = new pg.Client({ connectionString: stack.databaseUrl });
    await sql.connect();
    anna = await signIn(stack.apiUrl, 'anna-hub');
    await insertArchived(sql, [archived()]);
  });

  afterAll(async () => {
    tails.forEach((one) => one.close());
    await sql?.end();
  });

  async function follow(query = '', lastEventId?: string, client = anna): Promise<EventStream<TailMessage>> {
    const tail = await openEvents(client, { path: `/analysis/events/tail?${query}`, schema: TailMessage }, lastEventId);
    tails.push(tail);
    return tail;
  }

  const eventsIn = (tail: EventStream<TailMessage>): AnalysisEvent[] =>
    tail.received.flatMap((message) => (message.event === 'event' ? [message.data] : []));

  describe('the tail', () => {
    it('lets no person and no note out, whatever the archive holds', async () => {
      const secret = randomUUID();
      const tail = await follow();
      const hidden = Object.fromEntries([...hiddenFields()].map((name) => [name, secret]));
      const one = archived({ data: { ...hidden, to: { ...hidden, profession: 'coach' } } });
      await insertArchived(sql, [one]);
      await tail.next(({ event }) => event === 'event', 'the event arrived');
      const found = (await anna.get<EventPage>(`/analysis/events?case=${one.subject}`)).body;
      const detail = await anna.get(`/analysis/events/cases/${one.subject}/1`);
      expect(found.events[0]?.data).toEqual({ to: { profession: 'coach' } });
      expect(JSON.stringify([found, detail.body, tail.text()])).not.toContain(secret);
    });

    it('tells what comes in and passes the filter, in order', async () => {
      const [everything, declined] = [
        await follow(),
        await follow('type=relais.referral.declined.v1&profession=lawyer'),
      ];
      const rows = ['relais.referral.accepted.v1', 'relais.referral.declined.v1', 'relais.referral.kept.v1'].map(
        (type) => archived({ type, profession: 'lawyer' }),
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
      const [begun] = await lastAudits(sql, 1);
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
        const [audit] = await lastAudits(sql, 1);
        return audit?.['outcome'] === 'done' && audit;
      }, 'the end is written down');
      expect(ended).toEqual({ ...begun, rows: 1, outcome: 'done' });
    });
  });

  describe('freshness', () => {
    it('tells how far everything is', async () => {
      const { body } = await anna.get<Freshness>('/analysis/freshness');
      const { rows } = await sql.query<{ type: string }>(
        `SELECT type FROM archive.event ORDER BY position DESC LIMIT 1`,
      );
      expect(body).toMatchObject({ newest: { type: rows[0]?.type }, unfiled: 0, events: 0 });
      await sql.query(
        `INSERT INTO archive.place (topic, partition, next, filed)
         SELECT 'relais.cases.v1', 0, max("offset") + 1, max("offset") - 1 FROM archive.event`,
      );
      // Suites before have left records in Kafka: here the archive is past them.
      await sql.query(
        `INSERT INTO archive.place (topic, partition, next, filed)
         SELECT topic, partition, next, next FROM projection.consumer_offset
             ON CONFLICT (topic, partition) DO UPDATE SET next = greatest(place.next, excluded.next)`,
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
}
