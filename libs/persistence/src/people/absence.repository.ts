import type { Absence, AbsenceRequest, Substitute } from '#contracts/people';
import { type AbsenceRefusal, absenceRefusal, type Colleague, mayStandInFor } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { appendAudit } from './audit-trail.repository.js';
import { columns, inOrder, isNotOver, type MembershipRow, personaOf, tables } from './persona-row.js';

/** An absence as it is kept: how it stands now, and whether the caller may end it, is not known here. */
export type KeptAbsence = Omit<Absence, 'begun' | 'standsIn' | 'mayEnd'> & {
  readonly absentColleague: Colleague;
  readonly substituteColleague: Colleague;
};

type Who = { readonly personId: string; readonly organisationId?: string | undefined; readonly managesAll: boolean };
type Row = { absence_id: string; membership_id: string; substitute_membership_id: string; from: Date; until: Date };

/** Days for which one that is over is kept: sessions still ask when it ended. */
const keptDays = 2;

/** Who is absent, and who does their work meanwhile. */
export class AbsenceRepository {
  constructor(private readonly database: Database) {}

  /** Somebody under a membership, undefined when there is none. */
  async findColleague(membershipId: string): Promise<Colleague | undefined> {
    return (await colleaguesOf(this.database, [membershipId])).get(membershipId);
  }

  /** Absences that are not over, in the order in which they begin: of a person, for whom they stand in, and of those they manage. */
  async find({ personId, organisationId, managesAll }: Who): Promise<KeptAbsence[]> {
    return this.kept(
      `SELECT ${absenceColumns} FROM relais.absence a JOIN relais.membership m USING (membership_id)
         JOIN relais.membership s ON s.membership_id = a.substitute_membership_id
        WHERE a.valid_until > now() AND ($1 IN (m.person_id, s.person_id) OR $3 OR m.organisation_id = $2)
        ORDER BY a.valid_from, a.absence_id`,
      [personId, organisationId ?? null, managesAll],
    );
  }

  /** One that is not over; undefined when there is none. */
  async findOne(absenceId: string): Promise<KeptAbsence | undefined> {
    const [found] = await this.kept(
      `SELECT ${absenceColumns} FROM relais.absence a WHERE a.absence_id = $1 AND a.valid_until > now()`,
      [absenceId],
    );
    return found;
  }

  private async kept(statement: string, values: readonly unknown[]): Promise<KeptAbsence[]> {
    const rows = await this.database.query<Row>(statement, values);
    const known = await colleaguesOf(
      this.database,
      rows.flatMap((row) => [row.membership_id, row.substitute_membership_id]),
    );
    return rows.flatMap((row): KeptAbsence[] => {
      const absentColleague = known.get(row.membership_id);
      const substituteColleague = known.get(row.substitute_membership_id);
      return absentColleague === undefined || substituteColleague === undefined
        ? []
        : [
            {
              absenceId: row.absence_id,
              absent: whoIs(absentColleague),
              substitute: whoIs(substituteColleague),
              from: row.from.toISOString(),
              until: row.until.toISOString(),
              absentColleague,
              substituteColleague,
            },
          ];
    });
  }

  /** Who of the organisation may stand in for somebody, by name. */
  async findSubstitutes(absent: Colleague): Promise<Substitute[]> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT ${columns} FROM ${tables} WHERE m.organisation_id = $1 AND m.valid_from <= now()
          AND ${isNotOver('m')} ORDER BY p.name, ${inOrder}`,
      [absent.membership.organisationId],
    );
    const own = new Set(absent.membership.services.map(({ serviceId }) => serviceId));
    return rows
      .map(personaOf)
      .filter((one) => mayStandInFor(absent, one))
      .map(({ person: { name }, membership: { membershipId, services } }) => {
        const shared = services.filter(({ serviceId }) => own.has(serviceId)).length;
        return { membershipId, name, shared };
      });
  }

  /** Sets an absence, or answers why not; whoever is part of it reads so in their trail. */
  set(request: AbsenceRequest, by: string): Promise<AbsenceRefusal | { readonly absenceId: string }> {
    const { membershipId, substituteMembershipId, until } = request;
    return this.database.transaction(async (sql) => {
      await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.members]);
      const [now] = await sql.query<{ at: Date }>('SELECT clock_timestamp() AS at');
      const at = (now?.at ?? new Date()).toISOString();
      const from = request.from ?? at;
      const known = await colleaguesOf(sql, [membershipId, substituteMembershipId]);
      const [absent, substitute] = [known.get(membershipId), known.get(substituteMembershipId)];
      if (absent === undefined) {
        return { code: 'absence-without-work' };
      }
      const others = await othersOf(sql, [absent, ...(substitute === undefined ? [] : [substitute])]);
      const refusal = absenceRefusal({ absent, substitute, from, until, others }, at);
      if (refusal !== undefined || substitute === undefined) {
        return refusal ?? { code: 'substitute-unknown' };
      }
      const [set] = await sql.query<{ id: string }>(
        `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
         VALUES ($1, $2, $3, $4) RETURNING absence_id AS id`,
        [membershipId, substituteMembershipId, from, until],
      );
      await appendAudit(sql, { personId: by, action: 'absence-set', about: ['person', absent.person.personId] });
      await appendAudit(sql, { personId: by, action: 'stand-in-set', about: ['person', substitute.person.personId] });
      return { absenceId: set?.id ?? '' };
    });
  }

  /** Ends an absence now; one that has not begun is as if it had never been set. */
  async end({ absenceId, absent, substitute }: KeptAbsence, by: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [gone] = await sql.query(
        'DELETE FROM relais.absence WHERE absence_id = $1 AND valid_from >= now() RETURNING 1',
        [absenceId],
      );
      const [ended] = await sql.query(
        'UPDATE relais.absence SET valid_until = now() WHERE absence_id = $1 AND valid_until > now() RETURNING 1',
        [absenceId],
      );
      if (gone !== undefined || ended !== undefined) {
        await appendAudit(sql, { personId: by, action: 'absence-ended', about: ['person', absent.personId] });
        await appendAudit(sql, { personId: by, action: 'stand-in-ended', about: ['person', substitute.personId] });
      }
    });
  }

  /** Removes those that have been over for long enough: when somebody was away is nobody's business any more. */
  async forget(): Promise<void> {
    await this.database.query('DELETE FROM relais.absence WHERE valid_until < now() - make_interval(days => $1)', [
      keptDays,
    ]);
  }
}

const absenceColumns = `a.absence_id, a.membership_id, a.substitute_membership_id, a.valid_from AS "from", a.valid_until AS "until"`;

function whoIs({ person, membership: { membershipId } }: Colleague): Absence['absent'] {
  return { membershipId, personId: person.personId, name: person.name };
}

async function colleaguesOf(sql: Sql, membershipIds: readonly string[]): Promise<Map<string, Colleague>> {
  const rows = await sql.query<MembershipRow>(
    `SELECT ${columns} FROM ${tables} WHERE m.membership_id = ANY ($1::uuid[])`,
    [membershipIds],
  );
  return new Map(rows.map((row) => [row.membership_id, personaOf(row)]));
}

/** Absences of the persons that are not over, under whichever membership of the same organisation. */
function othersOf(sql: Sql, colleagues: readonly Colleague[]) {
  return sql
    .query<{ personId: string; membershipId: string; from: Date; until: Date }>(
      `SELECT m.person_id AS "personId", m.membership_id AS "membershipId", a.valid_from AS "from", a.valid_until AS "until"
         FROM relais.absence a JOIN relais.membership m USING (membership_id)
        WHERE a.valid_until > now() AND m.person_id = ANY ($1) AND m.organisation_id = ANY ($2)`,
      [colleagues.map(({ person }) => person.personId), colleagues.map(({ membership }) => membership.organisationId)],
    )
    .then((rows) =>
      rows.map(({ from, until, ...whose }) => ({ ...whose, from: from.toISOString(), until: until.toISOString() })),
    );
}
