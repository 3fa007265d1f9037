import type { TrailEntry } from '#contracts/people';
import type { AuditAction, AuditSubject } from '#contracts/people/codes';
import { auditMonths } from '#domain/people';
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
  readonly detail?: string | undefined;
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

/** Which entries are meant: of everybody, what was done by or for a person, or about a case. */
export type AuditFilter = {
  readonly personId?: string | undefined;
  readonly caseId?: string | undefined;
  /** Entries before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
};

/** An entry as it is hashed, the hashes in hexadecimal. */
export type AuditLink = {
  readonly entry: number;
  readonly atMicroseconds: string;
  readonly personId: string | null;
  readonly forPersonId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly detail: string | null;
  readonly previous: string;
  readonly hash: string;
};

type Row = {
  entry: string;
  at: Date;
  person_id: string | null;
  person_name: string | null;
  for_person_id: string | null;
  for_person_name: string | null;
  action: AuditAction;
  kind: AuditSubject;
  id: string;
  name: string | null;
  detail: string | null;
};

const columns = `t.entry::text, t.at, t.person_id, p.name AS person_name, t.for_person_id, f.name AS for_person_name, t.action,
  split_part(t.subject, ':', 1) AS kind, substr(t.subject, position(':' IN t.subject) + 1) AS id, a.name, t.detail`;
const tables = (entries: string) => `${entries} t
  LEFT JOIN relais.person p ON p.person_id = t.person_id
  LEFT JOIN relais.person f ON f.person_id = t.for_person_id
  LEFT JOIN relais.person a ON t.subject = 'person:' || a.person_id`;
/** By or for the person of the first parameter, or about them or a membership of theirs. */
const isAbout = `(t.person_id = $1 OR t.for_person_id = $1 OR t.subject = 'person:' || $1
  OR t.subject IN (SELECT 'membership:' || m.membership_id FROM relais.membership m WHERE m.person_id = $1))`;

function entryOf(row: Row): TrailEntry {
  const personOf = (personId: string | null, name: string | null) => (personId === null ? null : { personId, name });
  return {
    entry: Number(row.entry),
    at: row.at.toISOString(),
    by: personOf(row.person_id, row.person_name),
    inNameOf: personOf(row.for_person_id, row.for_person_name),
    action: row.action,
    about: { kind: row.kind, id: row.id, name: row.name },
    detail: row.detail,
  };
}

/** Reads the audit trail, which is only added to. */
export class AuditTrail {
  constructor(private readonly sql: Sql) {}

  append(fact: AuditFact): Promise<void> {
    return appendAudit(this.sql, fact);
  }

  /** Notes that somebody saw a case; once an hour, since a page reads it again with whatever happens. */
  async noteSeen(personId: string, caseId: string, forPersonId?: string): Promise<void> {
    const subject = ['case', caseId].join(':');
    await this.sql.query(
      `SELECT relais.append_audit($1, $3, 'case-seen', $2, NULL)
        WHERE NOT EXISTS (SELECT 1 FROM relais.audit_trail WHERE subject = $2 AND person_id = $1 AND action = 'case-seen'
                                                             AND for_person_id IS NOT DISTINCT FROM $3
                                                             AND at > now() - interval '1 hour')`,
      [personId, subject, forPersonId ?? null],
    );
  }

  /** The newest entries that are meant, newest first. */
  async find({ personId, caseId, before, limit }: AuditFilter): Promise<TrailEntry[]> {
    const rows = await this.sql.query<Row>(
      `SELECT ${columns} FROM ${tables('relais.audit_trail')}
        WHERE ($1::text IS NULL OR ${isAbout}) AND ($2::text IS NULL OR t.subject = 'case:' || $2)
          AND ($3::bigint IS NULL OR t.entry < $3)
        ORDER BY t.entry DESC LIMIT $4`,
      [personId ?? null, caseId ?? null, before ?? null, limit],
    );
    return rows.map(entryOf);
  }

  /**
   * The newest entries about a person, for the person: numbered among themselves, since a number among all would tell how much
   * others did meanwhile.
   */
  async findOwn(personId: string, { before, limit }: Pick<AuditFilter, 'before' | 'limit'>): Promise<TrailEntry[]> {
    const rows = await this.sql.query<Row>(
      `WITH own AS (
         SELECT row_number() OVER (ORDER BY t.entry) AS entry, t.at, t.person_id, t.for_person_id, t.action, t.subject, t.detail
           FROM relais.audit_trail t WHERE ${isAbout})
       SELECT ${columns} FROM ${tables('own')} WHERE $2::bigint IS NULL OR t.entry < $2 ORDER BY t.entry DESC LIMIT $3`,
      [personId, before ?? null, limit],
    );
    return rows.map(entryOf);
  }

  /** Entries after one, as they are hashed and in their order, for whoever computes the hashes elsewhere. */
  async findLinks(after: number, limit: number): Promise<AuditLink[]> {
    return this.sql.query<AuditLink>(
      `SELECT entry::float AS entry, (extract(epoch FROM at) * 1000000)::bigint::text AS "atMicroseconds", person_id AS "personId",
              for_person_id AS "forPersonId", action, subject, detail, encode(previous, 'hex') AS previous, encode(hash, 'hex') AS hash
         FROM relais.audit_trail WHERE entry > $1 ORDER BY entry LIMIT $2`,
      [after, limit],
    );
  }

  /** Computes every hash anew, from the anchor on. */
  async check(): Promise<AuditCheck> {
    const [found] = await this.sql.query<{ entries: string; broken: string | null }>(
      `WITH chain AS (
         SELECT entry, hash, previous,
                coalesce(lag(hash) OVER by_entry, (SELECT hash FROM relais.audit_anchor)) AS before,
                coalesce(lag(entry) OVER by_entry, (SELECT entry FROM relais.audit_anchor)) + 1 AS expected,
                relais.audit_hash(previous, entry, at, person_id, for_person_id, action, subject, detail) AS computed
           FROM relais.audit_trail WINDOW by_entry AS (ORDER BY entry))
       SELECT count(*)::text AS entries,
              (min(entry) FILTER (WHERE previous <> before OR hash <> computed OR entry <> expected))::text AS broken
         FROM chain`,
    );
    return { entries: Number(found?.entries), brokenAt: found?.broken == null ? null : Number(found.broken) };
  }

  /** Removes what was kept long enough; the chain goes on from the last that was removed. */
  async forget(months: number = auditMonths): Promise<void> {
    await this.sql.query('SELECT relais.forget_audit(now() - make_interval(months => $1))', [months]);
  }
}
