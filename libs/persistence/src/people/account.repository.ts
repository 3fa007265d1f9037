import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';

/** An account at an identity provider: nothing but issuer and subject says whose it is, and never a mail address. */
export type Account = { readonly issuer: string; readonly subject: string };

/** What became of an account that somebody links. */
export type Linking = { readonly accountId: string; readonly is: 'linked' | 'theirs-already' } | 'taken';

/** An account of a person, as it is kept. */
export type KeptAccount = {
  readonly accountId: string;
  readonly issuer: string;
  readonly linkedAt: string;
  readonly usedAt: string | null;
};

/** What leads in at this installation: codes by mail, and accounts of which providers. */
export type WaysIn = { readonly mail: boolean; readonly account: (issuer: string) => boolean };

type AccountRow = { account_id: string; issuer: string; linked_at: Date; used_at: Date | null };

/** Links an account to a person, within the transaction of whoever does so; an account is of one person at most. */
export async function linkAccount(sql: Sql, personId: string, { issuer, subject }: Account): Promise<Linking> {
  const [made] = await sql.query<{ account_id: string }>(
    `INSERT INTO relais.account (person_id, issuer, subject) VALUES ($1, $2, $3)
     ON CONFLICT (issuer, subject) DO NOTHING RETURNING account_id`,
    [personId, issuer, subject],
  );
  if (made !== undefined) {
    return { accountId: made.account_id, is: 'linked' };
  }
  const [found] = await sql.query<{ account_id: string }>(
    'SELECT account_id FROM relais.account WHERE issuer = $1 AND subject = $2 AND person_id = $3',
    [issuer, subject, personId],
  );
  return found === undefined ? 'taken' : { accountId: found.account_id, is: 'theirs-already' };
}

/** The accounts with which people sign in. */
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** Whose account it is; undefined when it is nobody's. */
  async findPerson({ issuer, subject }: Account): Promise<string | undefined> {
    const [row] = await this.database.query<{ person_id: string }>(
      'SELECT person_id FROM relais.account WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return row?.person_id;
  }

  /** Notes that somebody signed in with it. */
  async noteUse({ issuer, subject }: Account): Promise<void> {
    await this.database.query('UPDATE relais.account SET used_at = now() WHERE issuer = $1 AND subject = $2', [
      issuer,
      subject,
    ]);
  }

  /** Links an account to a person who asked for it, and says so in the audit trail; answers whether it is theirs now. */
  async link(personId: string, account: Account): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const linking = await linkAccount(sql, personId, account);
      if (linking !== 'taken' && linking.is === 'linked') {
        await appendAudit(sql, { personId, action: 'account-linked', about: ['account', linking.accountId] });
      }
      return linking !== 'taken';
    });
  }

  /** The accounts of a person, in the order in which they were linked. */
  async findOwn(personId: string): Promise<KeptAccount[]> {
    const rows = await this.database.query<AccountRow>(
      'SELECT account_id, issuer, linked_at, used_at FROM relais.account WHERE person_id = $1 ORDER BY linked_at, account_id',
      [personId],
    );
    return rows.map(({ account_id: accountId, issuer, linked_at: linkedAt, used_at: usedAt }) => ({
      accountId,
      issuer,
      linkedAt: linkedAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    }));
  }

  /**
   * Takes an account from its person, unless they could not come in any more; one that is not theirs is left as it is. Answers
   * whether another way in is left.
   */
  async unlink(personId: string, accountId: string, ways: WaysIn): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      // One after the other: two removals at once would each count on the other's account.
      const [person] = await sql.query<{ mail: string | null }>(
        'SELECT mail FROM relais.person WHERE person_id = $1 FOR UPDATE',
        [personId],
      );
      const accounts = await sql.query<{ account_id: string; issuer: string }>(
        'SELECT account_id, issuer FROM relais.account WHERE person_id = $1',
        [personId],
      );
      const [own, others] = [
        accounts.find((one) => one.account_id === accountId),
        accounts.filter((one) => one.account_id !== accountId),
      ];
      if (own === undefined) {
        return true;
      }
      const byMail = ways.mail && person?.mail != null;
      if (!byMail && !others.some(({ issuer }) => ways.account(issuer))) {
        return false;
      }
      await sql.query('DELETE FROM relais.account WHERE account_id = $1', [accountId]);
      await appendAudit(sql, { personId, action: 'account-unlinked', about: ['account', accountId] });
      return true;
    });
  }

  /** Says in the audit trail that somebody whom a provider knows was not let in; nobody knows who. */
  async noteRefusal(providerId: string, problem: string): Promise<void> {
    await this.database.transaction((sql) =>
      appendAudit(sql, {
        personId: null,
        action: 'sign-in-refused',
        about: ['provider', providerId],
        detail: problem,
      }),
    );
  }
}
