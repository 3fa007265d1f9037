import type { UnsharedWork } from '#contracts/people';
import { backlogStates } from '#domain/case';
import type { Sql } from '../kernel/database.js';
import { isNotOver } from './persona-row.js';

/**
 * The services of a membership for which nobody else acts at an instant, now when there is none, and that have open referrals or lead
 * open cases; with the actors of the organisation who could take each over.
 */
export function unsharedWorkOf(sql: Sql, membershipId: string, at: string | null = null): Promise<UnsharedWork[]> {
  return sql.query<UnsharedWork>(
    `WITH staying AS (
       SELECT other.membership_id, p.name FROM relais.membership one
         JOIN relais.membership other ON other.organisation_id = one.organisation_id AND other.person_id <> one.person_id
         JOIN relais.person p ON p.person_id = other.person_id
        WHERE one.membership_id = $1 AND 'actor' = ANY (other.roles) AND other.valid_from <= now()
          AND ${isNotOver('other', 'coalesce($2::timestamptz, now())')}),
     work AS (
       SELECT s.service_id, s.name,
              (SELECT count(*)::int FROM projection.referral_row r
                WHERE r.service = s.service_id AND NOT r.imported AND r.state = ANY ($3::text[])) AS referrals,
              (SELECT count(*)::int FROM projection.case_read c
                WHERE c.lead_service_id = s.service_id AND NOT c.imported AND c.closed_at IS NULL) AS leads
         FROM relais.membership_service mine JOIN relais.membership one USING (membership_id)
         JOIN relais.service s ON s.service_id = mine.service_id AND s.organisation_id = one.organisation_id
        WHERE mine.membership_id = $1 AND 'actor' = ANY (one.roles)
          AND NOT EXISTS (SELECT FROM staying JOIN relais.membership_service o USING (membership_id)
                           WHERE o.service_id = s.service_id))
     SELECT service_id AS "serviceId", name, referrals, leads,
            coalesce((SELECT jsonb_agg(jsonb_build_object('membershipId', membership_id, 'name', staying.name) ORDER BY staying.name)
                        FROM staying), '[]') AS successors
       FROM work WHERE referrals + leads > 0 ORDER BY service_id`,
    [membershipId, at, backlogStates.open],
  );
}
