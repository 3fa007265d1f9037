import type { Membership, Person, Persona, Session } from '#contracts/people';
import { holdsAt, sessionAt } from '#domain/people';
import { channels } from '../kernel/locks.js';
import type { Database } from '../kernel/database.js';

type PeriodRow = { valid_from: Date; valid_until: Date | null; at: Date };
type MembershipRow = PeriodRow & {
  person_id: string;
  name: string;
  language: Person['language'];
  membership_id: string;
  organisation_id: string | null;
  organisation_name: string | null;
  roles: Membership['roles'];
  services: Membership['services'];
};

/**
 * Persons and their memberships, one a row, in the order in which these began; `at` is now, by the clock of the database. Nobody
 * acts for a service of another organisation than the one they are a member of.
 */
const columns = `p.person_id, p.name, p.language, m.membership_id, m.organisation_id, o.name AS organisation_name, m.roles,
  m.valid_from, m.valid_until, now() AS at,
  coalesce((SELECT jsonb_agg(jsonb_build_object('serviceId', s.service_id, 'name', s.name, 'profession', s.profession)
                             ORDER BY s.service_id)
              FROM relais.membership_service ms JOIN relais.service s USING (service_id)
             WHERE ms.membership_id = m.membership_id AND s.organisation_id = m.organisation_id), '[]') AS services`;
const tables = `relais.person p JOIN relais.membership m USING (person_id) LEFT JOIN relais.organisation o USING (organisation_id)`;
const inOrder = 'm.valid_from, m.membership_id';

function periodOf({ valid_from: from, valid_until: until }: PeriodRow): Pick<Membership, 'from' | 'until'> {
  return { from: from.toISOString(), until: until?.toISOString() ?? null };
}

function holdsNow(row: PeriodRow): boolean {
  return holdsAt(periodOf(row), row.at.toISOString());
}

function personaOf(row: MembershipRow): Persona {
  const { person_id: personId, name, language } = row;
  return {
    person: { personId, name, language },
    membership: {
      membershipId: row.membership_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      roles: row.roles,
      services: row.services,
      ...periodOf(row),
    },
  };
}

type SessionRow = MembershipRow & { readonly acting_under: string; readonly session: string };

/** The session whose memberships these rows are, as it stands now. */
function sessionOf([first, ...others]: readonly SessionRow[]): Session | undefined {
  return (
    first &&
    sessionAt(
      {
        person: personaOf(first).person,
        membershipId: first.acting_under,
        memberships: [first, ...others].map((row) => personaOf(row).membership),
      },
      first.at.toISOString(),
    )
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

  /** The session as it stands now, undefined when it ended, never was, or acts under a membership that does not hold. */
  async findBySession(hash: Buffer): Promise<Session | undefined> {
    const session = hash.toString('hex');
    return (await this.findSessions([session])).get(session);
  }

  /** Those of the sessions, by their hexadecimal hashes, that have not ended and act under a membership that holds now. */
  async findSessions(hashes: readonly string[]): Promise<Map<string, Session>> {
    const rows = await this.database.query<SessionRow>(
      `SELECT ${columns}, t.membership_id AS acting_under, encode(t.session_hash, 'hex') AS session
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

  /** Opens a session under a membership for so many hours and clears away those that are over. */
  async open(hash: Buffer, { person, membership }: Persona, hours: number): Promise<void> {
    await this.database.query('DELETE FROM relais.session WHERE expires_at <= now()');
    await this.database.query(
      `INSERT INTO relais.session (session_hash, person_id, membership_id, created_at, expires_at)
       VALUES ($1, $2, $3, now(), now() + make_interval(hours => $4))`,
      [hash, person.personId, membership.membershipId, hours],
    );
  }

  /**
   * Goes on with a session under another membership of the person, and another secret, to the end that it had; answers whether it
   * was still there. The one before is over, and every process that may have it open is told.
   */
  async replace(before: Buffer, hash: Buffer, { membership }: Pick<Persona, 'membership'>): Promise<boolean> {
    const rows = await this.database.query(
      `WITH before AS (DELETE FROM relais.session WHERE session_hash = $1 RETURNING person_id, created_at, expires_at)
       INSERT INTO relais.session (session_hash, person_id, membership_id, created_at, expires_at)
       SELECT $2, person_id, $3, created_at, expires_at FROM before
       RETURNING pg_notify($4, encode($1, 'hex'))`,
      [before, hash, membership.membershipId, channels.sessions],
    );
    return rows.length > 0;
  }

  /** Ends a session and tells every process that may have it open. */
  async close(hash: Buffer): Promise<void> {
    await this.database.query('DELETE FROM relais.session WHERE session_hash = $1', [hash]);
    await this.database.query('SELECT pg_notify($1, $2)', [channels.sessions, hash.toString('hex')]);
  }
}
