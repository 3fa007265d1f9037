import { z } from 'zod';
import { codesOf, roles } from './codes/index.js';
import { OrganisationId, PersonId, privacy, ServiceId } from './ids.js';

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

/** Who or what caused an event. */
export const Origin = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('person'),
      personId: PersonId,
      organisationId: OrganisationId,
      serviceId: ServiceId.nullable(),
    }),
    z.object({ kind: z.literal('clock') }),
    z.object({ kind: z.literal('import'), batchId: z.uuid().meta(privacy('technical')) }),
  ])
  .meta({ title: 'Origin' });
export type Origin = z.infer<typeof Origin>;
