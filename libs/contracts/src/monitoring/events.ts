import { z } from 'zod';
import { Instant, privacy } from '../kernel/ids.js';
import { means, said } from '../kernel/meaning.js';
import { Origin } from '../kernel/origin.js';

/** Events of the published figures: topic `relais.platform.v1`, key = subject, written through the outbox. */
export const monitoringEvents = [
  z
    .object({
      id: z.string(),
      /** `monitoring`. */
      subject: z.literal('monitoring'),
      sequence: z.number().int().positive(),
      time: Instant,
      by: Origin,
      type: z.literal('relais.platform.epoch-published.v1'),
      data: z.object({
        epochId: means(
          z.string().meta(privacy('time')),
          'semaine ou moment de la publication',
          'week of moment van de publicatie',
          'week or moment of the publication',
        ),
        number: means(
          z.number().int().positive(),
          'rang de la publication',
          'rang van de publicatie',
          'rank of the publication',
        ),
        hash: means(
          z.string().meta(privacy('technical')),
          'empreinte qui lie la publication à la précédente',
          'vingerafdruk die de publicatie met de vorige verbindt',
          'hash that chains the publication to the one before',
        ),
      }),
    })
    .meta({
      title: 'relais.platform.epoch-published.v1',
      ...said([
        'Une période de chiffres est close, figée et publiée.',
        'Een periode van cijfers is afgesloten, bevroren en gepubliceerd.',
        'An epoch of figures was closed, frozen and published.',
      ]),
    }),
] as const;
