import { randomUUID } from 'node:crypto';
import type { ServiceRef } from '#contracts/case';
import type { Capacity, DirectoryEvent, Organisation, Service, ServiceQuery } from '#contracts/directory';
import type { Origin } from '#contracts/kernel';
import { putIntoOutbox } from '../kernel/outbox.repository.js';
import type { Database } from '../kernel/database.js';

/** A confirmed capacity counts for so many days, then it is unknown. */
export const capacityDays = 30;

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
    s.difficulties, s.territory, s.languages, s.capacity_confirmed_at, s.method, s.cost, s.demonstration,
    CASE WHEN s.capacity_confirmed_at > now() - make_interval(days => ${capacityDays}) THEN s.capacity ELSE 'unknown' END AS capacity
  FROM relais.service s JOIN relais.organisation o USING (organisation_id)`;

function serviceOf(row: ServiceRow): Service {
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
    capacity: row.capacity,
    capacityConfirmedAt: row.capacity_confirmed_at?.toISOString() ?? null,
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
          AND ($6::text IS NULL OR s.capacity = $6)
        ORDER BY s.organisation_name, s.service_id`,
      [
        query.profession ?? null,
        query.difficulty ?? null,
        query.stage ?? null,
        query.language ?? null,
        query.municipality ?? null,
        query.capacity ?? null,
      ],
    );
    return rows.map(serviceOf);
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

  /** Confirms a capacity and puts its event into the outbox, both or neither. */
  async confirmCapacity(service: ServiceRef, capacity: Capacity, by: Origin): Promise<void> {
    await this.database.transaction(async (sql) => {
      const [row] = await sql.query<{ confirmed: Date }>(
        `UPDATE relais.service SET capacity = $2, capacity_confirmed_at = date_trunc('milliseconds', now())
          WHERE service_id = $1 RETURNING capacity_confirmed_at AS confirmed`,
        [service.serviceId, capacity],
      );
      // The updated row stays locked, so two confirmations of one service never take the same sequence.
      const [last] = await sql.query<{ sequence: number }>(
        `SELECT coalesce(max((event->>'sequence')::int), 0) AS sequence FROM relais.outbox
          WHERE topic = 'directory.v1' AND key = $1`,
        [service.serviceId],
      );
      const { serviceId, organisationId } = service;
      const event: DirectoryEvent = {
        id: randomUUID(),
        subject: serviceId,
        sequence: (last?.sequence ?? 0) + 1,
        time: (row?.confirmed ?? new Date()).toISOString(),
        by,
        type: 'relais.directory.capacity-confirmed.v1',
        data: { serviceId, organisationId, capacity },
      };
      await putIntoOutbox(sql, [{ topic: 'directory.v1', key: serviceId, event }]);
    });
  }
}
