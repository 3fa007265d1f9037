import type { ProviderTest } from '#contracts/people';
import type { Database } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';

/** What a test brought, without its time. */
export type Brought = Omit<ProviderTest, 'at'>;

type TestRow = { claims: ProviderTest['claims']; missing: string[]; tested_at: Date };

/** Minutes for which a person who tested a provider sees what came. */
const minutes = 10;

/** The last test of a provider of each person, for some minutes. */
export class ProviderTestRepository {
  constructor(private readonly database: Database) {}

  /** Keeps what a test brought in place of the one before, clears away what is over, and says in the audit trail that there was one. */
  async keep(personId: string, providerId: string, { claims, missing }: Brought): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(
        'DELETE FROM relais.provider_test WHERE person_id = $1 OR tested_at <= now() - make_interval(mins => $2)',
        [personId, minutes],
      );
      await sql.query(
        'INSERT INTO relais.provider_test (person_id, provider_id, claims, missing) VALUES ($1, $2, $3, $4)',
        [personId, providerId, JSON.stringify(claims), missing],
      );
      await appendAudit(sql, { personId, action: 'provider-tested', about: ['provider', providerId] });
    });
  }

  /** What the person's last test brought, and of which provider it was. */
  async findOwn(personId: string): Promise<{ readonly providerId: string; readonly test: ProviderTest } | undefined> {
    const [row] = await this.database.query<TestRow & { provider_id: string }>(
      `WITH ended AS (DELETE FROM relais.provider_test WHERE tested_at <= now() - make_interval(mins => $2))
       SELECT provider_id, claims, missing, tested_at FROM relais.provider_test
        WHERE person_id = $1 AND tested_at > now() - make_interval(mins => $2)`,
      [personId, minutes],
    );
    return (
      row && {
        providerId: row.provider_id,
        test: { at: row.tested_at.toISOString(), claims: row.claims, missing: row.missing },
      }
    );
  }
}
