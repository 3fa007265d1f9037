import { z } from 'zod';
import { OrganisationId, PersonId, privacy, ServiceId } from './ids.js';
import { means } from './meaning.js';

function kind<Kind extends string>(of: Kind) {
  return means(
    z.literal(of),
    'qui ou quoi : person, clock (un délai) ou import',
    'wie of wat: person, clock (een termijn) of import',
    'who or what: person, clock (a deadline) or import',
  );
}

/** Who or what caused an event. */
export const Origin = z
  .discriminatedUnion('kind', [
    z.object({
      kind: kind('person'),
      personId: means(PersonId, 'personne qui a agi', 'persoon die handelde', 'person who acted'),
      organisationId: means(OrganisationId, 'son organisation', 'haar organisatie', 'their organisation'),
      serviceId: means(
        ServiceId.nullable(),
        'service pour lequel elle a agi',
        'dienst waarvoor ze handelde',
        'service they acted for',
      ),
    }),
    z.object({ kind: kind('clock') }),
    z.object({
      kind: kind('import'),
      batchId: means(
        z.uuid().meta(privacy('technical')),
        'numéro de l’import',
        'nummer van de invoer',
        'id of the import',
      ),
    }),
  ])
  .meta({ title: 'Origin' });
export type Origin = z.infer<typeof Origin>;
