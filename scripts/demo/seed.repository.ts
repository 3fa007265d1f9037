import type { DataSource } from 'typeorm';
import { enterServices } from '#persistence/directory';
import type { DemoOrganisation, DemoPerson, DemoService } from './demonstration.js';

/** What the demonstration writes to the directory. */
export type Directory = {
  readonly organisations: readonly DemoOrganisation[];
  readonly services: readonly DemoService[];
  readonly personas: readonly DemoPerson[];
};

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
        `INSERT INTO relais.person (person_id, name, roles, organisation_id, language) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, roles = excluded.roles, language = excluded.language`,
        [personId, name, roles, organisationId, language],
      );
      await manager.query(
        `INSERT INTO relais.person_service (person_id, service_id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
        [personId, serviceIds],
      );
    }
  });
}
