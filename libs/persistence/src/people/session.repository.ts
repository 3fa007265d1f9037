import type { Membership, Persona, Session, SessionLine } from '#contracts/people';
import type { SignInWay } from '#contracts/people/codes';
import { isFreshlyProven, isFreshlySignedIn, lastsAt, sessionAt, sessionMinutes } from '#domain/people';
import { channels } from '../kernel/locks.js';
import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';
import { isTurned, type StandInRow, standInsOf, standInColumn } from './stand-in-row.js';
import { columns, holdsNow, inOrder, type MembershipRow, personaOf, tables } from './persona-row.js';

type SessionRow = MembershipRow & {
  readonly stand_ins: readonly StandInRow[];
  readonly acting_under: string;
  readonly session: string;
  readonly session_id: string;
  readonly created_at: Date;
  readonly seen_at: Date;
  readonly way: SignInWay;
  readonly passkey_at: Date | null;
  readonly is_due: boolean;
  readonly is_unseen: boolean;
};

/**
 * A session that has not ended: `isDue` for another secret, `isUnseen` when nobody noted for a minute that its person is there,
 * `isProven` while it may do what takes a passkey that was shown just now, `isFresh` what takes that or a sign-in of just now.
 */
export type FoundSession = {
  readonly signedIn: Session;
  readonly isDue: boolean;
  readonly isUnseen: boolean;
  readonly isProven: boolean;
  readonly isFresh: boolean;
};

/** A session that is opened: how its person showed who they are, and with what. */
export type Opening = { readonly way: SignInWay; readonly device: string };

type LineRow = { session_id: string; way: SignInWay; device: string; created_at: Date; seen_at: Date; at: Date };
type EndedRow = { session_id: string; person_id: string; session: string };
const endedColumns = `session_id, person_id, encode(session_hash, 'hex') AS session`;

/** Requests that are on their way with the secret of before still arrive. */
const graceSeconds = 30;

/** True of a session `t` whose person may do other things than when it got its secret. */
const isDue = `(NOT t.is_replaced AND (t.is_due OR ${isTurned('t')}))`;

/** The session whose memberships these rows are, as it stands now. */
function sessionOf([first, ...others]: readonly SessionRow[]): FoundSession | undefined {
  if (first === undefined) {
    return undefined;
  }
  const kept = {
    sessionId: first.session_id,
    person: personaOf(first).person,
    membershipId: first.acting_under,
    memberships: [first, ...others].map((row) => personaOf(row).membership),
    standIns: [first, ...others].flatMap(standInsOf),
    openedAt: first.created_at.toISOString(),
    seenAt: first.seen_at.toISOString(),
    way: first.way,
    passkeyAt: first.passkey_at?.toISOString() ?? null,
  };
  const at = first.at.toISOString();
  const signedIn = sessionAt(kept, at);
  const isProven = isFreshlyProven(kept.way, kept.passkeyAt, at);
  const isFresh = isFreshlySignedIn(kept, at);
  return signedIn && { signedIn, isDue: first.is_due, isUnseen: first.is_unseen, isProven, isFresh };
}

/** Whoever erases a person locks them first and their sessions then: so does whoever makes another session of one. */
async function lockPersonOf(sql: Sql, hash: Buffer): Promise<void> {
  await sql.query(
    'SELECT 1 FROM relais.person WHERE person_id = (SELECT person_id FROM relais.session WHERE session_hash = $1) FOR KEY SHARE',
    [hash],
  );
}

/** Sessions and the people they belong to; only the hash of a session's token is known here. */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** Everybody one may sign in as in development, once for each membership that holds now. */
  async findPersonas(): Promise<Persona[]> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT ${columns} FROM ${tables} ORDER BY o.name, p.name, ${inOrder}`,
    );
    return rows.filter(holdsNow).map(personaOf);
  }

  /** The person under one of their memberships that hold now, the first when none is named; undefined when there is none. */
  async findPersona(personId: string, membershipId?: string): Promise<Persona | undefined> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT ${columns} FROM ${tables} WHERE p.person_id = $1 ORDER BY ${inOrder}`,
      [personId],
    );
    return rows
      .filter(holdsNow)
      .map(personaOf)
      .find(({ membership }) => membershipId === undefined || membership.membershipId === membershipId);
  }

  /** All memberships that a person has, had or will have. */
  async findMemberships(personId: string): Promise<Membership[]> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT ${columns} FROM ${tables} WHERE p.person_id = $1 ORDER BY ${inOrder}`,
      [personId],
    );
    return rows.map((row) => personaOf(row).membership);
  }

  /** The session as it stands now, undefined when it ended, never was, or acts under a membership that does not hold. */
  async findBySession(hash: Buffer): Promise<FoundSession | undefined> {
    const session = hash.toString('hex');
    return (await this.findStanding([session])).get(session);
  }

  /** Those of the sessions, by their hexadecimal hashes, that have not ended and act under a membership that holds now. */
  async findSessions(hashes: readonly string[]): Promise<Map<string, Session>> {
    const standing = await this.findStanding(hashes);
    return new Map([...standing].map(([session, { signedIn }]) => [session, signedIn]));
  }

  private async findStanding(hashes: readonly string[]): Promise<Map<string, FoundSession>> {
    const rows = await this.database.query<SessionRow>(
      `SELECT ${columns}, t.membership_id AS acting_under, encode(t.session_hash, 'hex') AS session, t.session_id, t.created_at,
              t.seen_at, t.way, t.passkey_at, ${isDue} AS is_due, ${standInColumn}, t.seen_at < now() - interval '1 minute' AS is_unseen
         FROM ${tables} JOIN relais.session t USING (person_id)
        WHERE t.session_hash = ANY (SELECT decode(hash, 'hex') FROM unnest($1::text[]) AS hash) AND t.expires_at > now()
        ORDER BY ${inOrder}`,
      [hashes],
    );
    const own = new Map<string, SessionRow[]>();
    for (const row of rows) {
      own.set(row.session, [...(own.get(row.session) ?? []), row]);
    }
    return new Map(
      [...own].flatMap(([session, memberships]) => {
        const standing = sessionOf(memberships);
        return standing === undefined ? [] : [[session, standing] as const];
      }),
    );
  }

  /** Opens a session under a membership, clears away those that are over, and says so in the audit trail. */
  async open(hash: Buffer, { person, membership }: Persona, { way, device }: Opening): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query('DELETE FROM relais.session WHERE expires_at <= now()');
      const [opened] = await sql.query<{ id: string }>(
        `INSERT INTO relais.session (session_hash, person_id, membership_id, created_at, expires_at, way, device)
         VALUES ($1, $2, $3, now(), now() + make_interval(mins => $4), $5, $6) RETURNING session_id AS id`,
        [hash, person.personId, membership.membershipId, sessionMinutes.most, way, device],
      );
      await appendAudit(sql, {
        personId: person.personId,
        action: 'signed-in',
        about: ['session', opened?.id ?? ''],
        detail: way,
      });
    });
  }

  /** Notes that the person of a session is there. */
  async touch(hash: Buffer): Promise<void> {
    await this.database.query('UPDATE relais.session SET seen_at = now() WHERE session_hash = $1', [hash]);
  }

  /**
   * Gives a session that is due another secret; answers whether this call did. The one before lasts for requests that are on their
   * way with it, and no longer.
   */
  async renew(before: Buffer, hash: Buffer): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await lockPersonOf(sql, before);
      const rows = await sql.query(
        `WITH before AS (
         UPDATE relais.session t SET is_due = false, is_replaced = true, expires_at = least(expires_at, now() + make_interval(secs => $3))
          WHERE session_hash = $1 AND ${isDue} RETURNING *)
       INSERT INTO relais.session (session_hash, session_id, person_id, membership_id, created_at, expires_at, seen_at, way, device,
         passkey_at)
       SELECT $2, session_id, person_id, membership_id, created_at, created_at + make_interval(mins => $4), seen_at, way, device,
              passkey_at
         FROM before RETURNING 1`,
        [before, hash, graceSeconds, sessionMinutes.most],
      );
      return rows.length > 0;
    });
  }

  /**
   * Goes on with a session under another membership of the person, and another secret, to the end that it had; answers whether it
   * was still there. The one before is over, and every process that may have it open is told. One that was renewed at this moment
   * has its whole time as well.
   */
  async replace(before: Buffer, hash: Buffer, { membership }: Pick<Persona, 'membership'>): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      await lockPersonOf(sql, before);
      const [replaced] = await sql.query<{ person_id: string }>(
        `WITH before AS (DELETE FROM relais.session WHERE session_hash = $1 RETURNING *)
         INSERT INTO relais.session (session_hash, session_id, person_id, membership_id, created_at, expires_at, way, device,
           passkey_at)
         SELECT $2, session_id, person_id, $3, created_at, created_at + make_interval(mins => $5), way, device, passkey_at FROM before
         RETURNING person_id, pg_notify($4, encode($1, 'hex'))`,
        [before, hash, membership.membershipId, channels.sessions, sessionMinutes.most],
      );
      if (replaced !== undefined) {
        const about = ['membership', membership.membershipId] as const;
        await appendAudit(sql, { personId: replaced.person_id, action: 'membership-switched', about });
      }
      return replaced !== undefined;
    });
  }

  /** The sessions of a person that have not ended, the newest first. */
  async findOwn(personId: string): Promise<Omit<SessionLine, 'current'>[]> {
    const rows = await this.database.query<LineRow>(
      `SELECT session_id, way, device, created_at, seen_at, now() AS at FROM relais.session
        WHERE person_id = $1 AND NOT is_replaced ORDER BY created_at DESC, session_id`,
      [personId],
    );
    return rows.flatMap(({ session_id: sessionId, way, device, created_at: openedAt, seen_at: seenAt, at }) => {
      const times = { openedAt: openedAt.toISOString(), seenAt: seenAt.toISOString() };
      return lastsAt(times, at.toISOString()) ? [{ sessionId, way, device, ...times }] : [];
    });
  }

  /** Ends a session by its hash, and tells every process that may have it open; one that is over already is no error. */
  async close(hash: Buffer): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [closed] = await sql.query<EndedRow>(
        `DELETE FROM relais.session WHERE session_id = (SELECT session_id FROM relais.session WHERE session_hash = $1)
         RETURNING ${endedColumns}`,
        [hash],
      );
      if (closed !== undefined) {
        const about = ['session', closed.session_id] as const;
        await appendAudit(sql, { personId: closed.person_id, action: 'signed-out', about });
      }
      await sql.query('SELECT pg_notify($1, $2)', [channels.sessions, hash.toString('hex')]);
    });
  }

  /** Ends those sessions of a person that are meant, one or all but one, and says by whom; answers the hexadecimal hashes of what ended. */
  async revoke(personId: string, meant: { readonly only: string } | { readonly allBut: string }): Promise<string[]> {
    const [condition, sessionId] = 'only' in meant ? ['=', meant.only] : ['<>', meant.allBut];
    return this.database.transaction(async (sql) => {
      const ended = await sql.query<EndedRow>(
        `WITH ended AS (DELETE FROM relais.session WHERE person_id = $1 AND session_id ${condition} $2 RETURNING ${endedColumns})
         SELECT *, pg_notify($3, session) FROM ended`,
        [personId, sessionId, channels.sessions],
      );
      for (const id of new Set(ended.map((one) => one.session_id))) {
        await appendAudit(sql, { personId, action: 'session-revoked', about: ['session', id] });
      }
      return ended.map(({ session }) => session);
    });
  }
}
