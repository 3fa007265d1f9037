import type { Invitation, InvitationLook, InvitationRequest, Membership } from '#contracts/people';
import type { InvitationState } from '#domain/people';
import type { Database } from '../kernel/database.js';
import { isMember } from './member.repository.js';
import { appendAudit } from './audit-trail.repository.js';

/** How long the link of a letter is valid, and the one of the first administrator. */
export const validFor = { letter: '14 days', first: '24 hours' } as const;

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

  /** Keeps an invitation; one to the same organisation whose link is void gives way to it. */
  async add(
    hash: Buffer,
    { mail, language, organisationId, roles, serviceIds }: InvitationRequest,
    by: string,
  ): Promise<{ readonly invitationId: string } | { readonly refusal: 'already-member' | 'invitation-open' }> {
    return this.database.transaction(async (sql) => {
      const [known] = await sql.query<{ id: string }>('SELECT person_id AS id FROM relais.person WHERE mail = $1', [
        mail,
      ]);
      if (known !== undefined && (await isMember(sql, known.id, organisationId))) {
        return { refusal: 'already-member' };
      }
      await sql.query(
        `UPDATE relais.invitation i SET withdrawn_at = now()
          WHERE mail = $1 AND organisation_id IS NOT DISTINCT FROM $2 AND ${stateOf} = 'expired'`,
        [mail, organisationId],
      );
      const [added] = await sql.query<{ id: string }>(
        `INSERT INTO relais.invitation (secret_hash, mail, language, organisation_id, roles, service_ids, invited_by, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, now() + interval '${validFor.letter}')
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

  /** Gives an invitation another secret, and its time anew; answers whether it was still open. */
  async renew(invitationId: string, hash: Buffer, by: string): Promise<boolean> {
    return this.change(
      `UPDATE relais.invitation SET secret_hash = $2, expires_at = now() + interval '${validFor.letter}'
        WHERE invitation_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING 1`,
      [invitationId, hash],
      { by, action: 'invitation-renewed' },
    );
  }

  /** Makes an invitation void; one that was accepted stays so. */
  async withdraw(invitationId: string, by: string): Promise<void> {
    await this.change(
      `UPDATE relais.invitation SET withdrawn_at = now()
        WHERE invitation_id = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL RETURNING 1`,
      [invitationId],
      { by, action: 'invitation-withdrawn' },
    );
  }

  private async change(
    statement: string,
    values: readonly [invitationId: string, ...unknown[]],
    { by, action }: { readonly by: string; readonly action: 'invitation-renewed' | 'invitation-withdrawn' },
  ): Promise<boolean> {
    return this.database.transaction(async (sql) => {
      const changed = (await sql.query(statement, values)).length > 0;
      if (changed) {
        await appendAudit(sql, { personId: by, action, about: ['invitation', values[0]] });
      }
      return changed;
    });
  }
}
