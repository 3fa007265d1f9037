import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { roles } from './codes/index.js';
import { OrganisationId, PersonId, ServiceId } from '../kernel/ids.js';
import { Profession } from '../kernel/vocabulary.js';
import { Text } from '../kernel/text.js';

export const Role = z.enum(codesOf(roles));
export type Role = z.infer<typeof Role>;

/** The person who looks or acts, as far as rights are concerned. */
export const Viewer = z.object({
  personId: PersonId,
  roles: z.array(Role),
  organisationId: OrganisationId,
  serviceIds: z.array(ServiceId),
});
export type Viewer = z.infer<typeof Viewer>;

/** A person one can sign in as in development. */
export const Persona = z.object({
  personId: PersonId,
  name: z.string(),
  roles: z.array(Role),
  organisationId: OrganisationId,
  organisationName: z.string(),
  services: z.array(z.object({ serviceId: ServiceId, name: Text, profession: Profession })),
  language: z.enum(['fr', 'nl', 'en']),
});
export type Persona = z.infer<typeof Persona>;

/** `GET /api/v1/session`. */
export const Session = Persona;
export type Session = z.infer<typeof Session>;

/** `POST /api/v1/session`, development only. */
export const SignInRequest = z.object({ personId: z.string().max(60) });
export type SignInRequest = z.infer<typeof SignInRequest>;
