import type { Absence, AbsenceRequest } from '#contracts/people';
import { type AbsenceRefusal, absenceRefusal, type Colleague } from '#domain/people';
import type { Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { columns, type MembershipRow, personaOf, tables } from './persona-row.js';

/** From when until when. */
export type Span = Pick<Absence, 'from' | 'until'>;
type Other = Span & { readonly absenceId: string; readonly personId: string; readonly membershipId: string };

/** Waits until nobody else changes who belongs where, and answers the instant from then. */
export async function lockedAt(sql: Sql): Promise<string> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
  const [now] = await sql.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  return (now?.at ?? new Date()).toISOString();
}

type Locked = Span & {
  readonly membershipId: string;
  readonly substituteMembershipId: string;
  readonly absent: string;
  /** Null for somebody who was erased. */
  readonly substitute: string | null;
};

/** An absence that is not over at an instant, as it is once nobody else changes it. */
export async function lockedOne(sql: Sql, absenceId: string, at: string): Promise<Locked | undefined> {
  const [found] = await sql.query<Omit<Locked, keyof Span> & { from: Date; until: Date }>(
    `SELECT a.membership_id AS "membershipId", a.substitute_membership_id AS "substituteMembershipId", a.valid_from AS "from",
            a.valid_until AS "until", m.person_id AS absent, CASE WHEN p.erased_at IS NULL THEN p.person_id END AS substitute
       FROM relais.absence a JOIN relais.membership m ON m.membership_id = a.membership_id
       JOIN relais.membership s ON s.membership_id = a.substitute_membership_id
       JOIN relais.person p ON p.person_id = s.person_id
      WHERE a.absence_id = $1 AND a.valid_until > $2 FOR UPDATE OF a`,
    [absenceId, at],
  );
  return found === undefined
    ? undefined
    : { ...found, from: found.from.toISOString(), until: found.until.toISOString() };
}

type Asked = Pick<AbsenceRequest, 'membershipId' | 'substituteMembershipId'>;
type When = Span & { readonly at: string; readonly begunAt?: string | undefined; readonly but?: string };
type Judged =
  | { readonly refusal: AbsenceRefusal; readonly absent?: undefined; readonly substitute?: undefined }
  | { readonly refusal?: undefined; readonly absent: string; readonly substitute: string };

/** Whose absence it would be and who would stand in, as persons, or why it may not be so; `but` is the absence that is changed. */
export async function judged(sql: Sql, asked: Asked, { at, but, ...span }: When): Promise<Judged> {
  const known = await colleaguesOf(sql, [asked.membershipId, asked.substituteMembershipId]);
  const [absent, substitute] = [known.get(asked.membershipId), known.get(asked.substituteMembershipId)];
  if (absent === undefined) {
    return { refusal: { code: 'absence-without-work' } };
  }
  const all = await othersOf(sql, [absent, ...(substitute === undefined ? [] : [substitute])]);
  const others = all.filter(({ absenceId }) => absenceId !== but);
  const refusal = absenceRefusal({ absent, substitute, ...span, others }, at);
  return refusal !== undefined || substitute === undefined
    ? { refusal: refusal ?? { code: 'substitute-unknown' } }
    : { absent: absent.person.personId, substitute: substitute.person.personId };
}

/** Those of the memberships that are somebody's, by their id. */
export async function colleaguesOf(sql: Sql, membershipIds: readonly string[]): Promise<Map<string, Colleague>> {
  const rows = await sql.query<MembershipRow>(
    `SELECT ${columns} FROM ${tables} WHERE m.membership_id = ANY ($1::uuid[])`,
    [membershipIds],
  );
  return new Map(rows.map((row) => [row.membership_id, personaOf(row)]));
}

/** Absences of the persons that are not over, under whichever membership of the same organisation, in the order in which they begin. */
export async function othersOf(sql: Sql, colleagues: readonly Colleague[]): Promise<Other[]> {
  const rows = await sql.query<Omit<Other, keyof Span> & { from: Date; until: Date }>(
    `SELECT a.absence_id AS "absenceId", m.person_id AS "personId", m.membership_id AS "membershipId", a.valid_from AS "from",
            a.valid_until AS "until"
       FROM relais.absence a JOIN relais.membership m USING (membership_id)
      WHERE a.valid_until > now() AND m.person_id = ANY ($1) AND m.organisation_id = ANY ($2)
      ORDER BY a.valid_from, a.absence_id`,
    [colleagues.map(({ person }) => person.personId), colleagues.map(({ membership }) => membership.organisationId)],
  );
  return rows.map(({ from, until, ...whose }) => ({ ...whose, from: from.toISOString(), until: until.toISOString() }));
}
