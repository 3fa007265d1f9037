import { z } from 'zod';
import { CaseId, Instant, ReferralId } from '../../kernel/ids.js';
import { means, said, type Words } from '../../kernel/meaning.js';
import { Origin } from '../../kernel/origin.js';

/** What is common to all events of a case; in Kafka these are CloudEvents attributes, `data` is the record's value. */
const envelope = {
  /** `caseId:sequence`. */
  id: z.string(),
  caseId: CaseId,
  /** 1 for the first event of a case, then without gap. */
  sequence: z.number().int().positive(),
  time: Instant,
  by: Origin,
};

/** An event of a case with its meaning. */
export function event<Type extends string, Data extends z.ZodType>(type: Type, words: Words, data: Data) {
  return z.object({ ...envelope, type: z.literal(type), data }).meta({ title: type, ...said(words) });
}

/** How many times the coordinators were told of the same delay, this time included. */
export const times = means(
  z.number().int().positive(),
  'combien de fois la coordination en a été avertie',
  'hoe vaak de coördinatie ervan verwittigd is',
  'how many times the coordinators were told of it',
);

/** The referral an event is about. */
export const referral = {
  referralId: means(
    ReferralId,
    'numéro aléatoire de l’orientation',
    'willekeurig nummer van de doorverwijzing',
    'random id of the referral',
  ),
};
