import { z } from 'zod';
import type { OriginKind } from './codes/index.js';
import { LinkId, OrganisationId, PersonId, privacy, ServiceId, Uuid } from './ids.js';
import { means } from './meaning.js';

function kind<Kind extends OriginKind>(of: Kind) {
  return means(
    z.literal(of),
    'qui ou quoi : person, unaffiliated (personne sans organisation), entrepreneur, link (qui a un lien), clock (un délai) ou import',
    'wie of wat: person, unaffiliated (persoon zonder organisatie), entrepreneur, link (wie een link heeft), clock (een termijn) of import',
    'who or what: person, unaffiliated (person without an organisation), entrepreneur, link (holder of a link), clock (a deadline) or import',
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
      forPersonId: means(
        PersonId,
        'personne absente au nom de qui elle a agi',
        'afwezige persoon in wiens naam ze handelde',
        'absent person in whose name they acted',
      ).optional(),
    }),
    // A kind of its own: readers of `person` find an organisation there, yesterday and tomorrow.
    z.object({
      kind: kind('unaffiliated'),
      personId: means(PersonId, 'personne qui a agi', 'persoon die handelde', 'person who acted'),
    }),
    // Nothing but the kind: an entrepreneur has no identity here.
    z.object({ kind: kind('entrepreneur') }),
    z.object({
      kind: kind('link'),
      linkId: means(LinkId, 'numéro aléatoire du lien', 'willekeurig nummer van de link', 'random id of the link'),
    }),
    z.object({ kind: kind('clock') }),
    z.object({
      kind: kind('import'),
      batchId: means(Uuid.meta(privacy('technical')), 'numéro de l’import', 'nummer van de import', 'id of the import'),
    }),
  ])
  .meta({ title: 'Origin' });
export type Origin = z.infer<typeof Origin>;
