import type { ServiceRef } from '#contracts/case';
import type { Capacity, Organisation, Service, ServiceQuery } from '#contracts/directory';
import { capacityAt } from '#domain/directory';
import type { Database } from '../kernel/database.js';

type ServiceRow = {
  service_id: string;
  organisation_id: string;
  organisation_name: string;
  name: Service['name'];
  profession: Service['profession'];
  stages: Service['stages'];
  difficulties: Service['difficulties'];
  territory: Service['territory'];
  languages: Service['languages'];
  capacity: Capacity;
  capacity_confirmed_at: Date | null;
  method: Service['method'];
  cost: Service['cost'];
  demonstration: boolean;
};

const servicesNow = `SELECT s.service_id, s.organisation_id, o.name AS organisation_name, s.name, s.profession, s.stages,
    s.difficulties, s.territory, s.languages, s.capacity, s.capacity_confirmed_at, s.method, s.cost, s.demonstration
  FROM relais.service s JOIN relais.organisation o USING (organisation_id)`;

function serviceOf(row: ServiceRow): Service {
  const capacityConfirmedAt = row.capacity_confirmed_at?.toISOString() ?? null;
  return {
    serviceId: row.service_id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    name: row.name,
    profession: row.profession,
    stages: row.stages,
    difficulties: row.difficulties,
    territory: row.territory,
    languages: row.languages,
    capacity: capacityAt({ capacity: row.capacity, capacityConfirmedAt }, new Date().toISOString()),
    capacityConfirmedAt,
    method: row.method,
    cost: row.cost,
    demonstration: row.demonstration,
  };
}

/** Organisations and what they offer. */
export class DirectoryRepository {
  constructor(private readonly database: Database) {}

  async findOrganisations(): Promise<Organisation[]> {
    const rows = await this.database.query<{
      organisation_id: string;
      name: string;
      website: string | null;
      demonstration: boolean;
    }>('SELECT organisation_id, name, website, demonstration FROM relais.organisation ORDER BY name');
    return rows.map(({ organisation_id: organisationId, ...rest }) => ({ organisationId, ...rest }));
  }

  /** The services for which every condition holds, except `q`, which is the caller's to apply. */
  async findServices(query: Omit<ServiceQuery, 'q'>): Promise<Service[]> {
    const rows = await this.database.query<ServiceRow>(
      `SELECT * FROM (${servicesNow}) AS s
        WHERE ($1::text IS NULL OR s.profession = $1)
          AND ($2::text IS NULL OR s.difficulties @> ARRAY[$2])
          AND ($3::text IS NULL OR s.stages @> ARRAY[$3])
          AND ($4::text IS NULL OR s.languages @> ARRAY[$4])
          AND ($5::text IS NULL OR s.territory = '{}' OR s.territory @> ARRAY[$5])
        ORDER BY s.organisation_name, s.service_id`,
      [
        query.profession ?? null,
        query.difficulty ?? null,
        query.stage ?? null,
        query.language ?? null,
        query.municipality ?? null,
      ],
    );
    const services = rows.map(serviceOf);
    // Not in SQL: how long a confirmation counts is told by the domain alone.
    return query.capacity === undefined ? services : services.filter((one) => one.capacity === query.capacity);
  }

  /** The service, undefined when there is none. */
  async findService(serviceId: string): Promise<Service | undefined> {
    const [row] = await this.database.query<ServiceRow>(`SELECT * FROM (${servicesNow}) AS s WHERE service_id = $1`, [
      serviceId,
    ]);
    return row && serviceOf(row);
  }

  /** Those of the services that exist, in no particular order. */
  async findRefs(serviceIds: readonly string[]): Promise<ServiceRef[]> {
    return this.database.query<ServiceRef>(
      `SELECT service_id AS "serviceId", organisation_id AS "organisationId", profession
         FROM relais.service WHERE service_id = ANY ($1::text[])`,
      [serviceIds],
    );
  }
}
