import type { OwnData, OwnDataRequest, Person, PersonCorrection, PersonLine } from '#contracts/people';
import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';
import { anothersMail, takeMail } from './mail-change.repository.js';
import { instant, isNotOver } from './persona-row.js';

type Kept = Pick<OwnData, 'person' | 'accounts'>;
type PersonRow = {
  person_id: string;
  name: string;
  language: OwnData['person']['language'];
  mail: string | null;
  erasure_asked_at: Date | null;
};
type AccountRow = { issuer: string; subject: string; linked_at: Date; used_at: Date | null };

/** What became of a correction for somebody else: done, with the address of before, or why not. */
export type CorrectedFor =
  { readonly before: string | null } | { readonly refusal: 'person-unknown' | 'mail-anothers' };

/** What is kept of a person as such. */
export class PersonRepository {
  constructor(private readonly database: Database) {}

  /** The person and the accounts they sign in with; undefined when there is none, or was. */
  async find(personId: string): Promise<Kept | undefined> {
    const [row] = await this.database.query<PersonRow>(
      'SELECT person_id, name, language, mail, erasure_asked_at FROM relais.person WHERE person_id = $1 AND erased_at IS NULL',
      [personId],
    );
    const accounts = await this.database.query<AccountRow>(
      'SELECT issuer, subject, linked_at, used_at FROM relais.account WHERE person_id = $1 ORDER BY linked_at, issuer',
      [personId],
    );
    return (
      row && {
        person: {
          personId: row.person_id,
          name: row.name,
          language: row.language,
          mail: row.mail,
          erasureAskedAt: row.erasure_asked_at?.toISOString() ?? null,
        },
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
      if (await rename(sql, personId, { name, language })) {
        await appendAudit(sql, { personId, action: 'person-corrected', about: ['person', personId] });
      }
    });
  }

  /** Corrects it for them, and their address where one is said; answers the address of before. */
  async correctFor(personId: string, { mail, ...request }: PersonCorrection, by: string): Promise<CorrectedFor> {
    const correcting = this.database.transaction(async (sql): Promise<CorrectedFor> => {
      const [before] = await sql.query<{ mail: string | null }>(
        'SELECT mail FROM relais.person WHERE person_id = $1 AND erased_at IS NULL FOR NO KEY UPDATE',
        [personId],
      );
      if (before === undefined) {
        return { refusal: 'person-unknown' };
      }
      await rename(sql, personId, request);
      const isChanged = mail !== undefined && mail !== before.mail;
      if (isChanged) {
        await takeMail(sql, personId, mail);
      }
      await appendAudit(sql, { personId: by, action: 'person-corrected', about: ['person', personId] });
      if (isChanged) {
        await appendAudit(sql, { personId: by, action: 'mail-changed', about: ['person', personId] });
      }
      return { before: before.mail };
    });
    return correcting.catch(anothersMail);
  }

  /** Everybody who is kept by name, whether or not they are a member of something now. */
  async findAll(): Promise<PersonLine[]> {
    return this.database.query<PersonLine>(
      `SELECT p.person_id AS "personId", p.name, p.language, p.mail, ${instant('p.erasure_asked_at')} AS "erasureAskedAt",
              coalesce((SELECT jsonb_agg(DISTINCT coalesce(o.name, 'Relais'))
                          FROM relais.membership m LEFT JOIN relais.organisation o USING (organisation_id)
                         WHERE m.person_id = p.person_id AND ${isNotOver('m')}), '[]') AS houses
         FROM relais.person p WHERE p.erased_at IS NULL ORDER BY lower(p.name), p.person_id`,
    );
  }
}

async function rename(sql: Sql, personId: string, { name, language }: OwnDataRequest): Promise<boolean> {
  const renamed = await sql.query(
    'UPDATE relais.person SET name = $2, language = $3 WHERE person_id = $1 AND erased_at IS NULL RETURNING 1',
    [personId, name, language],
  );
  return renamed.length > 0;
}
