import type { Invitation, InvitationLook, InvitationRequest, Membership } from '#contracts/people';
import {
  invitationAddressDays,
  type InvitationState,
  type Invited,
  invitationLimits,
  invitationTimes,
  invitingRefusal,
  sendingRefusal,
} from '#domain/people';
import type { Database, Sql } from '../kernel/database.js';
import { locks } from '../kernel/locks.js';
import { isMember } from './member.repository.js';
import { appendAudit } from './audit-trail.repository.js';

type InvitationRow = {
  invitation_id: string;
  mail: string | null;
  language: Invitation['language'];
  organisation_id: string | null;
  organisation_name: string | null;
  roles: Membership['roles'];
  services: Membership['services'];
  invited_by: string | null;
  created_at: Date;
  expires_at: Date;
  known: string | null;
  state: InvitationState;
};

/** An invitation in SQL, with what became of it. */
export const stateOf = `CASE WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN i.accepted_at IS NOT NULL THEN 'used'
  WHEN i.expires_at <= now() THEN 'expired' ELSE 'open' END`;

/** An invitation as whoever sent it, or was sent it, may know it; what the caller may do with it is not known here. */
export type KeptInvitation = Omit<Invitation, 'mail' | 'mayManage'> &
  Pick<InvitationLook, 'mail' | 'known'> & { readonly state: InvitationState };

function invitationOf(row: InvitationRow): KeptInvitation {
  return {
    invitationId: row.invitation_id,
    mail: row.mail,
    language: row.language,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    roles: row.roles,
    services: row.services,
    invitedBy: row.invited_by,
    invitedAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    known: row.known,
    state: row.state,
  };
}

/** So many letters have left that another one waits, for so many seconds. */
type TooMany = { readonly refusal: 'too-many-invitations' | 'too-many-letters'; readonly wait: number };

/** Invitations; only the hashes of their secrets are known here. */
export class InvitationRepository {
  constructor(private readonly database: Database) {}

  /** Those by mail that were neither accepted nor withdrawn, of one organisation or of all. */
  findOpen(organisationId?: string): Promise<KeptInvitation[]> {
    return this.find(
      `i.mail IS NOT NULL AND i.accepted_at IS NULL AND i.withdrawn_at IS NULL AND ($1::text IS NULL OR i.organisation_id = $1)`,
      organisationId ?? null,
    );
  }

  /** Takes the address from those that were answered, withdrawn or ran out long enough ago: whom they went to is nobody's business any more. */
  async forgetAddresses(): Promise<void> {
    await this.database.query(
      `UPDATE relais.invitation SET mail = NULL
        WHERE mail IS NOT NULL AND coalesce(withdrawn_at, accepted_at, expires_at) < now() - make_interval(days => $1)`,
      [invitationAddressDays],
    );
  }

  /** The invitation by mail, undefined when there is none. */
  async findOne(invitationId: string): Promise<KeptInvitation | undefined> {
    const [found] = await this.find('i.mail IS NOT NULL AND i.invitation_id = $1', invitationId);
    return found;
  }

  /** The invitation whose secret has this hash, whatever became of it. */
  async findBySecret(hash: Buffer): Promise<KeptInvitation | undefined> {
    const [found] = await this.find('i.secret_hash = $1', hash);
    return found;
  }

  private async find(condition: string, value: unknown): Promise<KeptInvitation[]> {
    const rows = await this.database.query<InvitationRow>(
      `SELECT i.invitation_id, i.mail, i.language, i.organisation_id, o.name AS organisation_name, i.roles, by.name AS invited_by,
              i.created_at, i.expires_at, known.name AS known, ${stateOf} AS state,
              coalesce((SELECT jsonb_agg(jsonb_build_object('serviceId', s.service_id, 'name', s.name, 'profession', s.profession)
                                         ORDER BY s.service_id)
                          FROM relais.service s
                         WHERE s.service_id = ANY (i.service_ids) AND s.organisation_id = i.organisation_id), '[]') AS services
         FROM relais.invitation i LEFT JOIN relais.organisation o USING (organisation_id)
         LEFT JOIN relais.person by ON by.person_id = i.invited_by
         LEFT JOIN relais.person known ON known.mail = i.mail
        WHERE ${condition} ORDER BY i.created_at DESC, i.invitation_id`,
      [value],
    );
    return rows.map(invitationOf);
  }

  /** Keeps an invitation whose letter is to be sent; one to the same organisation whose link is void gives way to it. */
  async add(
    hash: Buffer,
    { mail, language, organisationId, roles, serviceIds }: InvitationRequest,
    by: string,
  ): Promise<
    | { readonly invitationId: string }
    | { readonly refusal: 'organisation-unknown' | 'already-member' | 'invitation-open' }
    | TooMany
  > {
    return this.database.transaction(async (sql) => {
      if (organisationId !== null && !(await isOrganisation(sql, organisationId))) {
        return { refusal: 'organisation-unknown' };
      }
      const [known] = await sql.query<{ id: string }>('SELECT person_id AS id FROM relais.person WHERE mail = $1', [
        mail,
      ]);
      if (known !== undefined && (await isMember(sql, known.id, organisationId))) {
        return { refusal: 'already-member' };
      }
      await lockLetters(sql);
      const soFar = await invitedSoFar(sql, mail, organisationId, by);
      const refusal = invitingRefusal(soFar);
      if (refusal !== undefined) {
        return { refusal, wait: soFar[refusal] };
      }
      await sql.query(
        `UPDATE relais.invitation i SET withdrawn_at = now()
          WHERE mail = $1 AND organisation_id IS NOT DISTINCT FROM $2 AND ${stateOf} = 'expired'`,
        [mail, organisationId],
      );
      const [added] = await sql.query<{ id: string }>(
        `INSERT INTO relais.invitation (secret_hash, mail, language, organisation_id, roles, service_ids, invited_by, expires_at, sent_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => ${invitationTimes.letterDays}), ARRAY[now()])
         ON CONFLICT (mail, coalesce(organisation_id, '')) WHERE accepted_at IS NULL AND withdrawn_at IS NULL DO NOTHING
         RETURNING invitation_id AS id`,
        [hash, mail, language, organisationId, roles, serviceIds, by],
      );
      if (added === undefined) {
        return { refusal: 'invitation-open' };
      }
      await appendAudit(sql, { personId: by, action: 'invited', about: ['invitation', added.id] });
      return { invitationId: added.id };
    });
  }

  /** Gives an invitation another secret, and its time anew, for a letter that is to be sent; one that was used is not open any more. */
  async renew(
    invitationId: string,
    hash: Buffer,
    by: string,
  ): Promise<undefined | { readonly refusal: 'invitation-used' } | TooMany> {
    return this.database.transaction(async (sql) => {
      await lockLetters(sql);
      const [open] = await sql.query<{ mail: string; house: string | null }>(
        `SELECT mail, organisation_id AS house FROM relais.invitation
          WHERE invitation_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`,
        [invitationId],
      );
      if (open === undefined) {
        return { refusal: 'invitation-used' };
      }
      const soFar = await invitedSoFar(sql, open.mail, open.house, by);
      const refusal = sendingRefusal(soFar);
      if (refusal !== undefined) {
        return { refusal, wait: soFar[refusal] };
      }
      await sql.query(
        `UPDATE relais.invitation SET secret_hash = $2, expires_at = now() + make_interval(days => ${invitationTimes.letterDays}),
                sent_at = ARRAY(SELECT at FROM unnest(sent_at) AS at WHERE at > ${limitsFrom}) || now()
          WHERE invitation_id = $1`,
        [invitationId, hash],
      );
      await appendAudit(sql, { personId: by, action: 'invitation-renewed', about: ['invitation', invitationId] });
      return undefined;
    });
  }

  /** Makes an invitation void; one that was accepted stays so. With `unsent` its newest letter did not leave, and counts for nothing. */
  async withdraw(invitationId: string, by: string, { unsent = false } = {}): Promise<void> {
    await this.database.transaction(async (sql) => {
      const withdrawn = await sql.query(
        `UPDATE relais.invitation SET withdrawn_at = now(), sent_at = CASE WHEN $2 THEN trim_array(sent_at, 1) ELSE sent_at END
          WHERE invitation_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING 1`,
        [invitationId, unsent],
      );
      if (withdrawn.length > 0) {
        await appendAudit(sql, { personId: by, action: 'invitation-withdrawn', about: ['invitation', invitationId] });
      }
    });
  }
}

async function isOrganisation(sql: Sql, organisationId: string): Promise<boolean> {
  const found = await sql.query('SELECT 1 FROM relais.organisation WHERE organisation_id = $1', [organisationId]);
  return found.length > 0;
}

/** Since when letters count for the limits. */
const limitsFrom = `now() - make_interval(hours => ${invitationLimits.hours})`;

/** Keeps others from counting letters until this transaction ends. */
async function lockLetters(sql: Sql): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock($1)', [locks.invitations]);
}

/** What left so far, and for each refusal the seconds until the first of what it counts counts no more. */
type InvitedSoFar = Invited & Readonly<Record<TooMany['refusal'], number>>;

async function invitedSoFar(sql: Sql, mail: string, organisationId: string | null, by: string): Promise<InvitedSoFar> {
  const secondsUntil = (first: string) => `coalesce(ceil(extract(epoch FROM ${first} - (${limitsFrom}))), 0)::int`;
  const [soFar] = await sql.query<InvitedSoFar>(
    `SELECT (count(*) FILTER (WHERE mail = $1))::int AS "toAddress",
            (count(DISTINCT invitation_id) FILTER (WHERE is_new AND organisation_id IS NOT DISTINCT FROM $2))::int AS "ofHouse",
            (count(DISTINCT invitation_id) FILTER (WHERE is_new AND invited_by = $3))::int AS "byPerson",
            ${secondsUntil('min(at) FILTER (WHERE mail = $1)')} AS "too-many-letters",
            ${secondsUntil('min(created_at) FILTER (WHERE is_new AND (organisation_id IS NOT DISTINCT FROM $2 OR invited_by = $3))')} AS "too-many-invitations"
       FROM (SELECT *, created_at > ${limitsFrom} AS is_new FROM relais.invitation) i, unnest(sent_at) AS at
      WHERE at > ${limitsFrom}`,
    [mail, organisationId, by],
  );
  return soFar ?? { toAddress: 0, ofHouse: 0, byPerson: 0, 'too-many-letters': 0, 'too-many-invitations': 0 };
}
