import type { Capacity, Profession, Text } from '#contracts';
import { EntitySchema } from 'typeorm';

/** A row of `relais.organisation`. */
export type OrganisationRow = {
  organisationId: string;
  name: string;
  website: string | null;
  demonstration: boolean;
};

/** The member institutions. */
export const OrganisationEntity = new EntitySchema<OrganisationRow>({
  name: 'organisation',
  schema: 'relais',
  columns: {
    organisationId: { name: 'organisation_id', type: 'text', primary: true },
    name: { type: 'text' },
    website: { type: 'text', nullable: true },
    demonstration: { type: 'boolean', default: false },
  },
});

/** A row of `relais.service`. */
export type ServiceRow = {
  serviceId: string;
  organisationId: string;
  name: Text;
  profession: Profession;
  stages: string[];
  difficulties: string[];
  /** Empty means the whole region. */
  territory: string[];
  languages: string[];
  /** As last confirmed; readers let it decay to `unknown`. */
  capacity: Capacity;
  capacityConfirmedAt: Date | null;
  method: Text;
  cost: Text;
  demonstration: boolean;
};

/** What the organisations offer. */
export const ServiceEntity = new EntitySchema<ServiceRow>({
  name: 'service',
  schema: 'relais',
  columns: {
    serviceId: { name: 'service_id', type: 'text', primary: true },
    organisationId: { name: 'organisation_id', type: 'text' },
    name: { type: 'jsonb' },
    profession: { type: 'text' },
    stages: { type: 'text', array: true },
    difficulties: { type: 'text', array: true },
    territory: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    capacity: { type: 'text', default: 'unknown' },
    capacityConfirmedAt: { name: 'capacity_confirmed_at', type: 'timestamptz', nullable: true },
    method: { type: 'jsonb' },
    cost: { type: 'jsonb' },
    demonstration: { type: 'boolean', default: false },
  },
});
