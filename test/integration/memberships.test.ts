import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { holdsAt, isOver } from '#domain/people';
import { ChannelListener, channels, createDataSource, Database } from '#persistence/kernel';
import { isNotOver, SessionRepository, UnusedMembershipRepository } from '#persistence/people';
import { People1764000000014 } from '../../libs/persistence/src/migrations/1764000000014-people.js';
import { seedDirectory } from '../../scripts/demo/directory.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { auditOf } from '../support/invited.js';
import { until } from '../support/wait.js';

let ground: TestDatabase;
let source: DataSource;
let sessions: SessionRepository;
/** A membership that is made for what is changed of it. */
let another: string | undefined;

beforeAll(async () => {
  ground = await createTestDatabase();
  source = await createDataSource(ground.url, { connections: 2 }).initialize();
  await seedDirectory(source);
  sessions = new SessionRepository(new Database(source));
});

afterAll(async () => {
  await source?.destroy();
  await ground?.drop();
});

/** Signs a person in; answers the hash of the session. */
async function signIn(personId: string): Promise<Buffer> {
  const persona = await sessions.findPersona(personId);
  const hash = randomBytes(32);
  if (persona !== undefined) {
    await sessions.open(hash, persona, { way: 'persona', device: '' });
  }
  return hash;
}

const livingOf = async (hash: Buffer) => (await sessions.findSessions([hash.toString('hex')])).size;

/** Who is signed in by a session now. */
const standingOf = async (hash: Buffer) => (await sessions.findBySession(hash))?.signedIn;

/** Makes somebody a member too; answers the membership's id. */
async function join(personId: string, organisationId: string | null, from: string, until: string | null) {
  const [row] = await source.query<{ membership_id: string }[]>(
    `INSERT INTO relais.membership (person_id, organisation_id, roles, valid_from, valid_until)
     VALUES ($1, $2, '{analyst}', now() + $3::interval, now() + $4::interval) RETURNING membership_id`,
    [personId, organisationId, from, until],
  );
  return row?.membership_id ?? '';
}

const change = (membershipId: string | undefined, set: string) =>
  source.query(`UPDATE relais.membership SET ${set} WHERE membership_id = $1`, [membershipId]);

describe('a session', () => {
  it('acts for no service of another organisation than its own', async () => {
    const mixed = await join('claire-ucm', 'beci', '-2 hours', null);
    const inNone = await join('claire-ucm', null, '-2 hours', null);
    for (const [membershipId, serviceId] of [
      [mixed, 'beci-desk'],
      [mixed, 'ucm-coaching'],
      [inNone, 'ucm-coaching'],
    ]) {
      await source.query('INSERT INTO relais.membership_service (membership_id, service_id) VALUES ($1, $2)', [
        membershipId,
        serviceId,
      ]);
    }
    const servicesOf = async (one: string) =>
      (await sessions.findPersona('claire-ucm', one))?.membership.services.map(({ serviceId }) => serviceId);
    expect([await servicesOf(mixed), await servicesOf(inNone)]).toEqual([['beci-desk'], []]);
    await source.query('DELETE FROM relais.membership_service WHERE membership_id = ANY ($1)', [[mixed, inNone]]);
  });

  it('acts under one of the memberships that hold, and knows them all', async () => {
    const north = await join('tom-ucm', 'itaa', '-1 hour', '1 hour');
    const platform = await join('tom-ucm', null, '-1 minute', null);
    await join('tom-ucm', 'febelfin', '1 hour', null);
    await join('tom-ucm', 'febelfin', '-2 hours', '-1 hour');
    const hash = await signIn('tom-ucm');
    const found = await standingOf(hash);
    expect(found).toMatchObject({
      person: { personId: 'tom-ucm', language: 'nl' },
      membership: { membershipId: north, organisationId: 'itaa', roles: ['analyst'], services: [] },
    });
    const ucm = found?.memberships.find((one) => one.organisationId === 'ucm');
    expect(found?.memberships.map((one) => [one.organisationId, one.until === null])).toEqual([
      ['itaa', false],
      [null, true],
      ['ucm', true],
    ]);
    expect(ucm).toMatchObject({ roles: ['actor'], organisationName: 'UCM' });
    expect(ucm?.services.map((one) => one.serviceId)).toEqual(['ucm-coaching', 'ucm-mediation']);
    expect((await sessions.findPersona('tom-ucm', platform))?.membership).toMatchObject({
      organisationId: null,
      organisationName: null,
    });
    const listed = (await sessions.findPersonas()).filter((one) => one.person.personId === 'tom-ucm');
    expect(listed.map(({ membership }) => membership.organisationId).sort()).toEqual(['itaa', 'ucm', null].sort());
  });

  it.each([
    ['has ended', `valid_from = now() - interval '1 hour', valid_until = now()`],
    ['has not begun', `valid_from = now() + interval '1 hour', valid_until = NULL`],
  ])('is over when its membership %s', async (_, set) => {
    const hash = await signIn('bart-febelfin');
    const found = await standingOf(hash);
    expect([found?.membership.organisationId, await livingOf(hash)]).toEqual(['febelfin', 1]);
    await change(found?.membership.membershipId, set);
    expect([await sessions.findBySession(hash), await livingOf(hash)]).toEqual([undefined, 0]);
    expect(await sessions.findPersona('bart-febelfin')).toBeUndefined();
    expect((await sessions.findPersonas()).some((one) => one.person.personId === 'bart-febelfin')).toBe(false);
    await change(found?.membership.membershipId, `valid_from = now() - interval '1 hour', valid_until = NULL`);
    // Who takes an end back opens no session.
    expect([await standingOf(hash), await livingOf(hash)]).toEqual([undefined, 0]);
    expect(await sessions.findPersona('bart-febelfin')).toBeDefined();
  });

  it('acts under no membership of somebody else', async () => {
    const [tom, eva] = [await sessions.findPersona('claire-ucm'), await sessions.findPersona('eva-finance')];
    if (tom === undefined || eva === undefined) {
      throw new Error('the demonstration lacks somebody');
    }
    const stolen = sessions.open(
      randomBytes(32),
      { person: tom.person, membership: eva.membership },
      { way: 'persona', device: '' },
    );
    await expect(stolen).rejects.toThrow(/foreign key/);
  });
});

describe('a change of what a person may do', () => {
  it.each([
    ['another role', `UPDATE relais.membership SET roles = '{member}' WHERE membership_id = $1`],
    ['one service more', `INSERT INTO relais.membership_service VALUES ($1, 'beci-desk')`],
    ['one service less', `DELETE FROM relais.membership_service WHERE membership_id = $1`],
    ['its end', `UPDATE relais.membership SET valid_until = now() WHERE membership_id = $1`],
    ['one that is gone', `DELETE FROM relais.membership WHERE membership_id = $1`],
  ])('is told to whoever has a stream of theirs open: %s', async (_, statement) => {
    another ??= await join('eva-finance', 'beci', '-2 hours', null);
    const told: string[] = [];
    const listener = new ChannelListener(ground.url, {
      program: 'test',
      channels: [channels.rights],
      onNotice: (_channel, payload) => void told.push(payload),
      onConnected: () => void source.query(statement, [another]),
    });
    listener.start();
    await until(async () => told.length > 0, 'it is told');
    await listener.stop();
    expect(told).toEqual(['eva-finance']);
  });
});

it('whoever is away long is not asked whether they are still there, nor ended', async () => {
  const unused = new UnusedMembershipRepository(new Database(source));
  const [ill, there] = [
    await join('paul-itaa', 'oasis', '-8 months', null),
    await join('claire-ucm', 'oasis', '-1 day', null),
  ];
  const isAsked = async () =>
    (await source.query('SELECT 1 FROM relais.membership_use WHERE membership_id = $1 AND asked_at IS NOT NULL', [ill]))
      .length === 1;
  await source.query(
    `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
     VALUES ($1, $2, now() - interval '7 months', now() + interval '1 month')`,
    [ill, there],
  );
  await unused.ask();
  expect(await isAsked()).toBe(false);
  await source.query(`UPDATE relais.absence SET valid_until = now() WHERE membership_id = $1`, [ill]);
  await unused.ask();
  expect(await isAsked()).toBe(true);
  // Ill again, after the question.
  await source.query(`UPDATE relais.absence SET valid_until = now() + interval '1 month' WHERE membership_id = $1`, [
    ill,
  ]);
  await source.query(
    `UPDATE relais.membership_use SET asked_at = now() - interval '31 days' WHERE membership_id = $1`,
    [ill],
  );
  await unused.end();
  const lasting = async () =>
    (await source.query(`SELECT 1 FROM relais.membership WHERE membership_id = $1 AND valid_until IS NULL`, [ill]))
      .length;
  expect(await lasting()).toBe(1);
  await source.query('DELETE FROM relais.absence WHERE membership_id = $1', [ill]);
  await unused.end();
  expect(await lasting()).toBe(0);
});

it('a switch goes on to the end that the session had', async () => {
  const hash = await signIn('claire-ucm');
  await source.query(`UPDATE relais.session SET created_at = now() - interval '11 hours' WHERE session_hash = $1`, [
    hash,
  ]);
  const other = (await standingOf(hash))?.memberships.at(-1);
  const next = randomBytes(32);
  expect(other && (await sessions.replace(hash, next, { membership: other }))).toBe(true);
  expect(await auditOf(source, `membership:${other?.membershipId}`)).toEqual([
    ['claire-ucm', 'membership-switched', null],
  ]);
  const [{ minutes } = { minutes: 0 }] = await source.query<{ minutes: number }[]>(
    `SELECT extract(epoch FROM expires_at - now())::float / 60 AS minutes FROM relais.session WHERE session_hash = $1`,
    [next],
  );
  expect(Math.round(minutes)).toBe(60);
});

describe('the demonstration', () => {
  it('that is written again gives nobody a second membership', async () => {
    const count = () => source.query('SELECT count(*) AS n FROM relais.membership');
    const before = await count();
    await seedDirectory(source);
    expect(await count()).toEqual(before);
  });

  it('that is filled again leaves whoever was erased as they are', async () => {
    const erased = `SELECT name, mail FROM relais.person WHERE person_id = 'mark-febelfin'`;
    await source.query(
      `UPDATE relais.person SET name = NULL, mail = NULL, erased_at = now() WHERE person_id = 'mark-febelfin'`,
    );
    await seedDirectory(source);
    expect(await source.query(erased)).toEqual([{ name: null, mail: null }]);
  });
});

describe('what a database of before knows', () => {
  it('is carried over: persons, roles, services, and sessions, which go on', async () => {
    const ofOne = `SELECT person_id FROM relais.membership GROUP BY person_id HAVING count(*) = 1`;
    const hash = await signIn('sander-unpass');
    const before = await standingOf(hash);
    // The tables of before know one membership of each, of an organisation.
    await source.query(`DELETE FROM relais.session WHERE person_id NOT IN (${ofOne})`);
    await source.query(`DELETE FROM relais.membership WHERE organisation_id IS NULL`);
    const migration = new People1764000000014();
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    await migration.down(runner);
    const [row] = await runner.query(
      `SELECT roles, organisation_id, (SELECT array_agg(service_id) FROM relais.person_service WHERE person_id = p.person_id) AS services
         FROM relais.person p WHERE person_id = 'sander-unpass'`,
    );
    expect(row).toEqual({ roles: ['actor'], organisation_id: 'un-pass-dans-l-impasse', services: ['unpass-crisis'] });
    await runner.query(
      `UPDATE relais.session SET created_at = now() - interval '3 hours' WHERE person_id = 'sander-unpass'`,
    );
    await migration.up(runner);
    await runner.commitTransaction();
    await runner.release();
    const after = await standingOf(hash);
    expect(after?.person).toEqual(before?.person);
    const { membershipId: _old, from: _began, ...same } = before?.membership ?? {};
    expect(after?.membership).toMatchObject(same);
    expect(after?.memberships).toHaveLength(1);
    expect(Date.now() - Date.parse(after?.membership.from ?? '')).toBeGreaterThan(2.9 * 3_600_000);
    expect(await livingOf(hash)).toBe(1);
  });
});

it('a membership holds and is over in SQL at the very instants at which it does by the rule', async () => {
  type Row = { from: Date; until: Date | null; at: Date; holds: boolean; lasts: boolean };
  const rows = await source.query<Row[]>(
    `SELECT m.valid_from AS from, m.valid_until AS until, now() AS at, ${isNotOver('m')} AS lasts,
            relais.holds_now(m.valid_from, m.valid_until) AS holds
       FROM (SELECT now() + a * interval '1 ms' AS valid_from, now() + b * interval '1 ms' AS valid_until
               FROM generate_series(-1, 1) AS a, (VALUES (-1), (0), (1), (NULL)) AS ends(b)) m`,
  );
  const ruled = rows.map((row) => {
    const [period, at] = [{ from: row.from.toJSON(), until: row.until?.toJSON() ?? null }, row.at.toJSON()];
    return { ...row, holds: holdsAt(period, at), lasts: !isOver(period, at) };
  });
  expect(rows).toHaveLength(12);
  expect(rows).toEqual(ruled);
});
