import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { capacities } from './codes/index.js';
import { CaseLanguage, Difficulty, Municipality, Profession, Stage } from '../kernel/vocabulary.js';
import { Instant, OrganisationId, ServiceId } from '../kernel/ids.js';
import { means, said } from '../kernel/meaning.js';
import { Origin } from '../kernel/origin.js';
import { Text } from '../kernel/text.js';

/** A member institution. `demonstration` marks invented data. */
export const Organisation = z.object({
  organisationId: OrganisationId,
  name: z.string(),
  website: z.string().nullable(),
  demonstration: z.boolean(),
});
export type Organisation = z.infer<typeof Organisation>;

/** What an organisation offers, to whom, and how. */
export const Service = z.object({
  serviceId: ServiceId,
  organisationId: OrganisationId,
  organisationName: z.string(),
  name: Text,
  profession: Profession,
  stages: z.array(Stage),
  difficulties: z.array(Difficulty),
  /** NIS codes of the municipalities covered; empty means the whole region. */
  territory: z.array(Municipality),
  languages: z.array(CaseLanguage),
  /** As last confirmed; `unknown` when that was more than 30 days ago. */
  capacity: z.enum(codesOf(capacities)),
  capacityConfirmedAt: Instant.nullable(),
  /** How the service works, in words. */
  method: Text,
  /** Cost for the entrepreneur, in words. */
  cost: Text,
  demonstration: z.boolean(),
});
export type Service = z.infer<typeof Service>;

/** A search in the directory; all conditions must hold. Lists are comma-separated. */
export const ServiceQuery = z.object({
  q: z.string().max(100).optional(),
  profession: Profession.optional(),
  difficulty: Difficulty.optional(),
  stage: Stage.optional(),
  language: CaseLanguage.optional(),
  municipality: Municipality.optional(),
  capacity: z.enum(codesOf(capacities)).optional(),
});
export type ServiceQuery = z.infer<typeof ServiceQuery>;

/** `PUT /api/v1/directory/services/{serviceId}/capacity`. */
export const CapacityRequest = z.object({ capacity: z.enum(codesOf(capacities)).exclude(['unknown']) });
export type CapacityRequest = z.infer<typeof CapacityRequest>;

const envelope = {
  id: z.string(),
  /** Service id. */
  subject: ServiceId,
  sequence: z.number().int().positive(),
  time: Instant,
  by: Origin,
};
const service = means(ServiceId, 'service', 'dienst', 'service');
const organisation = means(OrganisationId, 'son organisation', 'zijn organisatie', 'its organisation');

/** Events of the directory: topic `relais.directory.v1`, key = subject, written through the outbox. */
export const directoryEvents = [
  z
    .object({
      ...envelope,
      type: z.literal('relais.directory.capacity-confirmed.v1'),
      data: z.object({
        serviceId: service,
        organisationId: organisation,
        capacity: means(
          z.enum(codesOf(capacities)),
          'place pour de nouvelles demandes',
          'plaats voor nieuwe vragen',
          'room for new requests',
        ),
      }),
    })
    .meta({
      title: 'relais.directory.capacity-confirmed.v1',
      ...said([
        'Un service confirme sa disponibilité.',
        'Een dienst bevestigde zijn beschikbaarheid.',
        'A service confirmed its capacity.',
      ]),
    }),
  z
    .object({
      ...envelope,
      type: z.literal('relais.directory.capacity-lapsed.v1'),
      data: z.object({
        serviceId: service,
        organisationId: organisation,
        confirmedAt: means(
          Instant,
          'dernière confirmation, trop ancienne désormais',
          'laatste bevestiging, nu te oud',
          'last confirmation, too old from now on',
        ),
      }),
    })
    .meta({
      title: 'relais.directory.capacity-lapsed.v1',
      ...said([
        'La disponibilité d’un service n’a pas été confirmée depuis 30 jours : elle est inconnue.',
        'De beschikbaarheid van een dienst werd 30 dagen niet bevestigd: ze is onbekend.',
        'A service’s capacity was not confirmed for 30 days: it is unknown.',
      ]),
    }),
] as const;

/** Any event of the directory. */
export const DirectoryEvent = z.discriminatedUnion('type', directoryEvents);
export type DirectoryEvent = z.infer<typeof DirectoryEvent>;
