import type { Absence, AbsenceChange, AbsenceOutlook, AbsenceRequest, Membership, Substitute } from '#contracts/people';
import { type AbsenceRefusal, type Colleague, lackedProfessions, mayStandInFor, onlyRoles } from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { appendAudit } from './audit-trail.repository.js';
import { colleaguesOf, judged, lockedAt, lockedOne, othersOf, type Span } from './judged-absence.js';
import { lastingBut } from './member.repository.js';
import { columns, inOrder, isNotOver, type MembershipRow, personaOf, tables } from './persona-row.js';

/** An absence as it is kept: how it stands now, and whether the caller may end it, is not known here. */
export type KeptAbsence = Omit<Absence, 'begun' | 'gap' | 'mayEnd'> & {
  readonly absentColleague: Colleague;
  readonly substituteMembershipId: string;
  /** Undefined when they were erased. */
  readonly substituteColleague: Colleague | undefined;
  /** When the substitute is away. */
  readonly substituteAway: readonly Span[];
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
    const others = await othersOf(this.database, [...known.values()]);
    return rows.flatMap((row): KeptAbsence[] => {
      const absentColleague = known.get(row.membership_id);
      const substituteColleague = known.get(row.substitute_membership_id);
      return absentColleague === undefined
        ? []
        : [
            {
              absenceId: row.absence_id,
              absent: whoIs(absentColleague),
              substitute: substituteColleague === undefined ? null : whoIs(substituteColleague),
              from: row.from.toISOString(),
              until: row.until.toISOString(),
              absentColleague,
              substituteMembershipId: row.substitute_membership_id,
              substituteColleague,
              substituteAway: others.filter(({ personId }) => personId === substituteColleague?.person.personId),
            },
          ];
    });
  }

  /** Who of the organisation may stand in for somebody, by name, and the roles that nobody else has. */
  async findOutlook(absent: Colleague): Promise<AbsenceOutlook> {
    const rows = await this.database.query<MembershipRow>(
      `SELECT ${columns} FROM ${tables} WHERE m.organisation_id = $1 AND m.valid_from <= now()
          AND ${isNotOver('m')} ORDER BY p.name, ${inOrder}`,
      [absent.membership.organisationId],
    );
    const own = new Set(absent.membership.services.map(({ serviceId }) => serviceId));
    const colleagues = rows.map(personaOf).filter((one) => mayStandInFor(absent, one));
    const others = await othersOf(this.database, colleagues);
    const substitutes = colleagues.map(({ person: { personId, name }, membership }): Substitute => {
      const { membershipId, services, until } = membership;
      return {
        membershipId,
        name,
        shared: services.filter(({ serviceId }) => own.has(serviceId)).length,
        lacks: lackedProfessions(professionsOf(absent.membership), professionsOf(membership)),
        away: others.filter((one) => one.personId === personId).map(({ from, until: end }) => ({ from, until: end })),
        until,
      };
    });
    const present = await lastingBut(this.database, [absent.membership.membershipId]);
    return { onlyRoles: [...onlyRoles(absent.membership, present)], substitutes };
  }

  /** Sets an absence, or answers why not; whoever is part of it reads so in their trail. */
  set(request: AbsenceRequest, by: string): Promise<AbsenceRefusal | { readonly absenceId: string }> {
    const { membershipId, substituteMembershipId, until } = request;
    return this.database.transaction(async (sql) => {
      const at = await lockedAt(sql);
      const from = request.from ?? at;
      const { refusal, absent, substitute } = await judged(sql, request, { from, until, at });
      if (refusal !== undefined) {
        return refusal;
      }
      const absenceId = await insert(sql, [membershipId, substituteMembershipId, from, until]);
      await appendAudit(sql, { personId: by, action: 'absence-set', about: ['person', absent] });
      await appendAudit(sql, { personId: by, action: 'stand-in-set', about: ['person', substitute] });
      return { absenceId };
    });
  }

  /**
   * Gives an absence other days or another substitute, or answers why not. Where somebody else takes over while it lasts, the one of before
   * is over, and another begins.
   */
  change(
    absenceId: string,
    { substituteMembershipId, until, from: asked }: AbsenceChange,
    by: string,
  ): Promise<AbsenceRefusal | { readonly absenceId: string }> {
    return this.database.transaction(async (sql) => {
      const at = await lockedAt(sql);
      const kept = await lockedOne(sql, absenceId, at);
      if (kept === undefined) {
        return { code: 'absence-unknown' };
      }
      const { membershipId } = kept;
      const begunAt = Date.parse(kept.from) <= Date.parse(at) ? kept.from : undefined;
      const from = begunAt === undefined ? (asked ?? at) : at;
      const { refusal, absent, substitute } = await judged(
        sql,
        { membershipId, substituteMembershipId },
        { from, until, at, begunAt, but: absenceId },
      );
      if (refusal !== undefined) {
        return refusal;
      }
      const isHandedOn = begunAt !== undefined && substituteMembershipId !== kept.substituteMembershipId;
      await sql.query(
        'UPDATE relais.absence SET substitute_membership_id = $2, valid_from = $3, valid_until = $4 WHERE absence_id = $1',
        isHandedOn
          ? [absenceId, kept.substituteMembershipId, begunAt, from]
          : [absenceId, substituteMembershipId, begunAt ?? from, until],
      );
      const changedId = isHandedOn ? await insert(sql, [membershipId, substituteMembershipId, from, until]) : absenceId;
      await appendAudit(sql, { personId: by, action: 'absence-changed', about: ['person', absent] });
      if (kept.substitute !== null && kept.substitute !== substitute) {
        await appendAudit(sql, { personId: by, action: 'stand-in-ended', about: ['person', kept.substitute] });
      }
      await appendAudit(sql, { personId: by, action: 'stand-in-set', about: ['person', substitute] });
      return { absenceId: changedId };
    });
  }

  /** Ends an absence now; one that has not begun is as if it had never been set. One that is over stays as it is. */
  async end(absenceId: string, by: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const at = await lockedAt(sql);
      const kept = await lockedOne(sql, absenceId, at);
      if (kept === undefined) {
        return;
      }
      await (Date.parse(kept.from) >= Date.parse(at)
        ? sql.query('DELETE FROM relais.absence WHERE absence_id = $1', [absenceId])
        : sql.query('UPDATE relais.absence SET valid_until = $2 WHERE absence_id = $1', [absenceId, at]));
      await appendAudit(sql, { personId: by, action: 'absence-ended', about: ['person', kept.absent] });
      if (kept.substitute !== null) {
        await appendAudit(sql, { personId: by, action: 'stand-in-ended', about: ['person', kept.substitute] });
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

function professionsOf({ services }: Pick<Membership, 'services'>) {
  return services.map(({ profession }) => profession);
}

async function insert(sql: Sql, values: readonly string[]): Promise<string> {
  const [set] = await sql.query<{ id: string }>(
    `INSERT INTO relais.absence (membership_id, substitute_membership_id, valid_from, valid_until)
     VALUES ($1, $2, $3, $4) RETURNING absence_id AS id`,
    values,
  );
  return set?.id ?? '';
}
