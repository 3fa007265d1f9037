import { z } from 'zod';
import { CalendarDate, Instant, Uuid } from '../kernel/ids.js';
import { inWords } from '../kernel/written.js';
import { Withdrawal } from './withdrawals.js';

/** The language of a pack; `both` sets French and Dutch side by side. */
export const PackLanguage = z.enum(['fr', 'nl', 'en', 'both']);
export type PackLanguage = z.infer<typeof PackLanguage>;

/** `POST /api/v1/packs`: the figures of a plenary, compared with those of the plenary before. */
export const PackRequest = z
  .object({
    /** Day of the plenary before. */
    since: CalendarDate,
    /** Day of the plenary. */
    until: CalendarDate,
    language: PackLanguage,
  })
  .refine((one) => one.since < one.until, {
    path: ['until'],
    ...inWords({
      fr: 'la plénière doit venir après la précédente (since)',
      nl: 'de plenaire moet na de vorige (since) komen',
      en: 'the plenary must come after the one before (since)',
    }),
  });
export type PackRequest = z.infer<typeof PackRequest>;

/** A plenary pack: a page that is printed and never changes; it can be withdrawn as a whole. */
export const Pack = z
  .object({
    packId: Uuid,
    since: CalendarDate,
    until: CalendarDate,
    language: PackLanguage,
    /** Number of the newest epoch it is made from; the same request over the same epoch gives the same bytes. */
    epoch: z.number().int().positive(),
    /** SHA-256 of the page, 64 hexadecimal digits. */
    hash: z.string(),
    /** Length of the page in bytes; 0 once it is withdrawn. */
    bytes: z.number().int(),
    madeAt: Instant,
    madeBy: z.string(),
    /** When and why its page was taken away; the hash stays. */
    withdrawn: Withdrawal.nullable(),
  })
  .meta({ title: 'Pack' });
export type Pack = z.infer<typeof Pack>;

/** `GET /api/v1/packs/{packId}/check`: the page written again from the published figures as they were at its epoch. */
export const PackCheck = z
  .object({
    /** Of the page as it is stored. */
    hash: z.string(),
    /** Of the page as it is written now; another one means another version of Relais, or figures that were tampered with. */
    again: z.string(),
    same: z.boolean(),
  })
  .meta({ title: 'PackCheck' });
export type PackCheck = z.infer<typeof PackCheck>;
