import { z } from 'zod';
import { codesOf } from '../../kernel/codes/index.js';
import { means } from '../../kernel/meaning.js';
import { escalationCauses } from '../codes/index.js';
import { event, times } from './event.js';

/** Events of a case that as a whole waits for somebody, its lead or the coordinators. */
export const eventsOfWaits = [
  event(
    'relais.case.lead-reminded.v1',
    [
      'La moitié du délai du pilote pour décider est passée.',
      'De helft van de termijn waarin de trekker beslist is voorbij.',
      'Half of the time of the lead to decide has passed.',
    ],
    z.object({}),
  ),
  event(
    'relais.case.escalated.v1',
    [
      'Le dossier attend depuis trop longtemps ; la coordination est avertie.',
      'Het dossier wacht te lang; de coördinatie is verwittigd.',
      'The case has waited too long; the coordinators are told.',
    ],
    z.object({
      cause: means(z.enum(codesOf(escalationCauses)), 'ce qui manque', 'wat ontbreekt', 'what did not happen in time'),
      times,
    }),
  ),
] as const;
