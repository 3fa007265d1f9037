import type { DataSource } from 'typeorm';
import { enterServices } from '#persistence/directory';
import type { DemoOrganisation, DemoPerson, DemoService } from './demonstration.js';

/** What the demonstration writes to the directory. */
export type Directory = {
  readonly organisations: readonly DemoOrganisation[];
  readonly services: readonly DemoService[];
  readonly personas: readonly DemoPerson[];
};

/** Where a person of the demonstration reads mails; `.example` is nobody's (RFC 2606). */
export function mailOf({ personId, organisationId }: Pick<DemoPerson, 'personId' | 'organisationId'>): string {
  return `${personId}@${organisationId}.example`;
}

/**
 * Writes the demonstration's directory in one transaction; a second time changes only what the demonstration itself describes.
 * The capacity of a service that exists already stays: an actor may have confirmed it.
 */
export async function writeDirectory(dataSource: DataSource, directory: Directory, at: Date): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (const { organisationId, name, website } of directory.organisations) {
      await manager.query(
        `INSERT INTO relais.organisation (organisation_id, name, website, demonstration) VALUES ($1, $2, $3, true)
         ON CONFLICT (organisation_id) DO UPDATE SET name = excluded.name, website = excluded.website`,
        [organisationId, name, website],
      );
    }
    for (const service of directory.services) {
      await manager.query(
        `INSERT INTO relais.service (service_id, organisation_id, name, profession, stages, difficulties, territory, languages,
           method, cost, capacity, capacity_confirmed_at, demonstration)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, true)
         ON CONFLICT (service_id) DO UPDATE SET name = excluded.name, profession = excluded.profession,
           stages = excluded.stages, difficulties = excluded.difficulties, territory = excluded.territory,
           languages = excluded.languages, method = excluded.method, cost = excluded.cost`,
        [
          service.serviceId,
          service.organisationId,
          JSON.stringify(service.name),
          service.profession,
          service.stages,
          service.difficulties,
          service.territory,
          service.languages,
          JSON.stringify(service.method),
          JSON.stringify(service.cost),
          service.capacity,
          service.capacity === 'unknown' ? null : at,
        ],
      );
    }
    await manager.query(enterServices);
    for (const { personId, name, roles, organisationId, language, serviceIds } of directory.personas) {
      await manager.query(
        `INSERT INTO relais.person (person_id, name, language, mail) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, language = excluded.language, mail = excluded.mail
           WHERE person.erased_at IS NULL`,
        [personId, name, language, mailOf({ personId, organisationId })],
      );
      await manager.query(
        `WITH known AS (
           UPDATE relais.membership SET roles = $3 WHERE person_id = $1 AND organisation_id = $2 RETURNING membership_id
         ), made AS (
           INSERT INTO relais.membership (person_id, organisation_id, roles)
           SELECT $1, $2, $3 WHERE NOT EXISTS (SELECT FROM known) RETURNING membership_id
         )
         INSERT INTO relais.membership_service (membership_id, service_id)
         SELECT membership_id, unnest($4::text[]) FROM (TABLE known UNION ALL TABLE made) AS membership ON CONFLICT DO NOTHING`,
        [personId, organisationId, roles, serviceIds],
      );
    }
  });
}
