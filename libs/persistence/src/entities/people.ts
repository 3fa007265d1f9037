import type { Language, Role } from '#contracts';
import { EntitySchema } from 'typeorm';

/** A row of `relais.person`: somebody of a member organisation, never an entrepreneur. */
export type PersonRow = {
  personId: string;
  name: string;
  roles: Role[];
  organisationId: string;
  language: Language;
};

/** The people who may sign in. */
export const PersonEntity = new EntitySchema<PersonRow>({
  name: 'person',
  schema: 'relais',
  columns: {
    personId: { name: 'person_id', type: 'text', primary: true },
    name: { type: 'text' },
    roles: { type: 'text', array: true },
    organisationId: { name: 'organisation_id', type: 'text' },
    language: { type: 'text' },
  },
});

/** A row of `relais.person_service`. */
export type PersonServiceRow = { personId: string; serviceId: string };

/** For which services a person acts. */
export const PersonServiceEntity = new EntitySchema<PersonServiceRow>({
  name: 'person_service',
  schema: 'relais',
  columns: {
    personId: { name: 'person_id', type: 'text', primary: true },
    serviceId: { name: 'service_id', type: 'text', primary: true },
  },
});

/** A row of `relais.session`; the cookie's secret is stored as its hash only. */
export type SessionRow = { sessionHash: Buffer; personId: string; createdAt: Date; expiresAt: Date };

/** Who is signed in. */
export const SessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  schema: 'relais',
  columns: {
    sessionHash: { name: 'session_hash', type: 'bytea', primary: true },
    personId: { name: 'person_id', type: 'text' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    expiresAt: { name: 'expires_at', type: 'timestamptz' },
  },
});
