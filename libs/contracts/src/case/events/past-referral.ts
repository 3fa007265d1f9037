import { z } from 'zod';
import { codesOf } from '../../kernel/codes/index.js';
import { answers, referralOutcomes, senders } from '../codes/index.js';
import { Profession } from '../../kernel/vocabulary.js';
import { Instant } from '../../kernel/ids.js';
import { means } from '../../kernel/meaning.js';

/** A referral of a case from before Relais; it has no clocks and no services, only what happened. */
export const PastReferral = z
  .object({
    from: means(z.enum(codesOf(senders)), 'qui a orienté', 'wie doorverwees', 'who referred'),
    to: means(
      Profession,
      'profession à qui l’aide est demandée',
      'beroep waaraan hulp gevraagd werd',
      'profession that was asked for help',
    ),
    sentOn: means(Instant, 'moment de l’envoi', 'moment van verzending', 'when it was sent'),
    answer: means(
      z.enum(codesOf(answers)).nullable(),
      'réponse ; vide si jamais répondu avant la fin du dossier',
      'antwoord; leeg als er nooit geantwoord is voor het dossier eindigde',
      'answer; null when it was never answered before the case ended',
    ),
    answeredOn: means(Instant.nullable(), 'moment de la réponse', 'moment van het antwoord', 'when it was answered'),
    firstContactOn: means(
      Instant.nullable(),
      'moment du premier contact',
      'moment van het eerste contact',
      'when the first contact was made',
    ),
    endedOn: means(Instant.nullable(), 'fin de l’aide', 'einde van de hulp', 'when the help ended'),
    outcome: means(
      z.enum(codesOf(referralOutcomes)).nullable(),
      'comment l’aide s’est terminée',
      'hoe de hulp eindigde',
      'how the help ended',
    ),
    hop: means(
      z.number().int().min(0).max(20),
      'orientations avant celle-ci dans sa chaîne',
      'doorverwijzingen vóór deze in haar keten',
      'referrals before this one in its chain',
    ),
  })
  .meta({ title: 'PastReferral' });
export type PastReferral = z.infer<typeof PastReferral>;
