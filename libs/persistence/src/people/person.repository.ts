import type { OwnData, OwnDataRequest, Person } from '#contracts/people';
import type { Database } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';

type Kept = Pick<OwnData, 'person' | 'accounts'>;
type PersonRow = { person_id: string; name: string; language: OwnData['person']['language']; mail: string | null };
type AccountRow = { issuer: string; subject: string; linked_at: Date; used_at: Date | null };

/** What is kept of a person as such. */
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** The person and the accounts they sign in with; undefined when there is none. */
  async find(personId: string): Promise<Kept | undefined> {
    const [row] = await this.database.query<PersonRow>(
      'SELECT person_id, name, language, mail FROM relais.person WHERE person_id = $1',
      [personId],
    );
    const accounts = await this.database.query<AccountRow>(
      'SELECT issuer, subject, linked_at, used_at FROM relais.account WHERE person_id = $1 ORDER BY linked_at, issuer',
      [personId],
    );
    return (
      row && {
        person: { personId: row.person_id, name: row.name, language: row.language, mail: row.mail },
        accounts: accounts.map(({ issuer, subject, linked_at: linkedAt, used_at: usedAt }) => ({
          issuer,
          subject,
          linkedAt: linkedAt.toISOString(),
          usedAt: usedAt?.toISOString() ?? null,
        })),
      }
    );
  }

  /** What people are called, in the order of their ids. */
  async findNames(personIds: readonly string[]): Promise<Pick<Person, 'personId' | 'name'>[]> {
    return personIds.length === 0
      ? []
      : this.database.query(
          'SELECT person_id AS "personId", name FROM relais.person WHERE person_id = ANY ($1) ORDER BY 1',
          [personIds],
        );
  }

  /** Corrects what a person is called and their language, by themselves. */
  async correct(personId: string, { name, language }: OwnDataRequest): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query('UPDATE relais.person SET name = $2, language = $3 WHERE person_id = $1', [
        personId,
        name,
        language,
      ]);
      await appendAudit(sql, { personId, action: 'person-corrected', about: ['person', personId] });
    });
  }
}
