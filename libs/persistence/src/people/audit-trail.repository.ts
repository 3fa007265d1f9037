import type { AuditAction, AuditSubject } from '#contracts/people/codes';
import type { Sql } from '../kernel/database.js';

/** Who saw or did what, and in whose name; of a system's own doing nobody. */
export type AuditFact = {
  readonly personId: string | null;
  /** In whose name, when it was another's. */
  readonly forPersonId?: string | null;
  readonly action: AuditAction;
  /** What it was about: its kind, and the identifier by which the trail is searched. */
  readonly about: readonly [AuditSubject, string];
  /** A code that says more, such as the type of a command or the way of a sign-in; never content. */
  readonly detail?: string;
};

/** Adds a fact to the audit trail; the last thing a transaction does, since all others wait from here to its end. */
export async function appendAudit(
  sql: Sql,
  { personId, forPersonId, action, about, detail }: AuditFact,
): Promise<void> {
  const subject = about.join(':');
  const values = [personId, forPersonId ?? null, action, subject, detail ?? null];
  await sql.query('SELECT relais.append_audit($1, $2, $3, $4, $5)', values);
}

/** Where the chain of hashes is broken: the first entry that does not follow from the one before. */
export type AuditCheck = { readonly entries: number; readonly brokenAt: number | null };

/** Reads the audit trail, which is only added to. */
export class AuditTrail {
  constructor(private readonly sql: Sql) {}

  append(fact: AuditFact): Promise<void> {
    return appendAudit(this.sql, fact);
  }

  /** Computes every hash anew, from the anchor on. */
  async check(): Promise<AuditCheck> {
    const [found] = await this.sql.query<{ entries: string; broken: string | null }>(
      `WITH chain AS (
         SELECT entry, hash, previous,
                coalesce(lag(hash) OVER byEntry, (SELECT hash FROM relais.audit_anchor)) AS before,
                coalesce(lag(entry) OVER byEntry, (SELECT entry FROM relais.audit_anchor)) + 1 AS expected,
                relais.audit_hash(previous, entry, at, person_id, for_person_id, action, subject, detail) AS computed
           FROM relais.audit_trail WINDOW byEntry AS (ORDER BY entry))
       SELECT count(*)::text AS entries,
              (min(entry) FILTER (WHERE previous <> before OR hash <> computed OR entry <> expected))::text AS broken
         FROM chain`,
    );
    return { entries: Number(found?.entries), brokenAt: found?.broken == null ? null : Number(found.broken) };
  }
}
