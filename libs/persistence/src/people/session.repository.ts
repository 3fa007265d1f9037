import type { Persona } from '#contracts/people';
import { channels } from '../kernel/locks.js';
import type { Database } from '../kernel/database.js';

type PersonRow = {
  person_id: string;
  name: string;
  roles: Persona['roles'];
  organisation_id: string;
  organisation_name: string;
  language: Persona['language'];
  services: Persona['services'];
};

const personColumns = `p.person_id, p.name, p.roles, p.organisation_id, o.name AS organisation_name, p.language,
  coalesce((SELECT jsonb_agg(jsonb_build_object('serviceId', s.service_id, 'name', s.name, 'profession', s.profession)
                             ORDER BY s.service_id)
              FROM relais.person_service ps JOIN relais.service s USING (service_id)
             WHERE ps.person_id = p.person_id), '[]') AS services`;

function personaOf(row: PersonRow): Persona {
  return {
    personId: row.person_id,
    name: row.name,
    roles: row.roles,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    services: row.services,
    language: row.language,
  };
}

/** Sessions and the people they belong to; only the hash of a session's token is known here. */
export class SessionRepository {
  constructor(private readonly database: Database) {}

  /** Everybody one may sign in as in development. */
  async findPeople(): Promise<Persona[]> {
    const rows = await this.database.query<PersonRow>(
      `SELECT ${personColumns} FROM relais.person p JOIN relais.organisation o USING (organisation_id)
        ORDER BY o.name, p.name`,
    );
    return rows.map(personaOf);
  }

  /** The person, undefined when there is none. */
  async findPerson(personId: string): Promise<Persona | undefined> {
    const [row] = await this.database.query<PersonRow>(
      `SELECT ${personColumns} FROM relais.person p JOIN relais.organisation o USING (organisation_id)
        WHERE p.person_id = $1`,
      [personId],
    );
    return row && personaOf(row);
  }

  /** Whose session it is, undefined when it ended or never was. */
  async findBySession(hash: Buffer): Promise<Persona | undefined> {
    const [row] = await this.database.query<PersonRow>(
      `SELECT ${personColumns} FROM relais.session t JOIN relais.person p USING (person_id)
         JOIN relais.organisation o USING (organisation_id)
        WHERE t.session_hash = $1 AND t.expires_at > now()`,
      [hash],
    );
    return row && personaOf(row);
  }

  /** Opens a session for so many hours and clears away those that are over. */
  async open(hash: Buffer, personId: string, hours: number): Promise<void> {
    await this.database.query('DELETE FROM relais.session WHERE expires_at <= now()');
    await this.database.query(
      `INSERT INTO relais.session (session_hash, person_id, created_at, expires_at)
       VALUES ($1, $2, now(), now() + make_interval(hours => $3))`,
      [hash, personId, hours],
    );
  }

  /** Ends a session and tells every process that may have it open. */
  async close(hash: Buffer): Promise<void> {
    await this.database.query('DELETE FROM relais.session WHERE session_hash = $1', [hash]);
    await this.database.query('SELECT pg_notify($1, $2)', [channels.sessions, hash.toString('hex')]);
  }

  /** Those of the sessions, as hexadecimal hashes, that have not ended. */
  async findLiving(hashes: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ hash: string }>(
      `SELECT encode(session_hash, 'hex') AS hash FROM relais.session
        WHERE session_hash = ANY (SELECT decode(hash, 'hex') FROM unnest($1::text[]) AS hash) AND expires_at > now()`,
      [hashes],
    );
    return new Set(rows.map((row) => row.hash));
  }
}
