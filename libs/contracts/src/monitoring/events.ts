import { z } from 'zod';
import { Instant, privacy, Uuid } from '../kernel/ids.js';
import { means, said } from '../kernel/meaning.js';
import { Origin } from '../kernel/origin.js';
import { WithdrawalCode } from './withdrawals.js';

const withdrawalReason = means(WithdrawalCode, 'motif du retrait', 'reden van de intrekking', 'why it was withdrawn');

/** What all events of one pack or one shared figure have. */
const ofOne = {
  id: z.string(),
  /** Id of the pack or the figure. */
  subject: Uuid,
  sequence: z.number().int().positive(),
  time: Instant,
  by: Origin,
};

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
        'Une période de chiffres est clôturée, figée et publiée.',
        'Een periode van cijfers is afgesloten, bevroren en gepubliceerd.',
        'An epoch of figures was closed, frozen and published.',
      ]),
    }),
  z
    .object({
      ...ofOne,
      type: z.literal('relais.platform.pack-withdrawn.v1'),
      data: z.object({
        reason: withdrawalReason,
        hash: means(
          z.string().meta(privacy('technical')),
          'empreinte du cahier, qui reste',
          'vingerafdruk van de bundel, die blijft',
          'hash of the pack, which stays',
        ),
      }),
    })
    .meta({
      title: 'relais.platform.pack-withdrawn.v1',
      ...said([
        'Un cahier de plénière est retiré : son contenu est effacé.',
        'Een plenaire bundel is ingetrokken: de inhoud is gewist.',
        'A plenary pack was withdrawn: what it said is erased.',
      ]),
    }),
  z
    .object({
      ...ofOne,
      type: z.literal('relais.platform.remark-withdrawn.v1'),
      data: z.object({ reason: withdrawalReason }),
    })
    .meta({
      title: 'relais.platform.remark-withdrawn.v1',
      ...said([
        'La remarque d’un graphique partagé est retirée : elle est effacée.',
        'De opmerking bij een gedeelde grafiek is ingetrokken: ze is gewist.',
        'The remark of a shared figure was withdrawn: it is erased.',
      ]),
    }),
] as const;
