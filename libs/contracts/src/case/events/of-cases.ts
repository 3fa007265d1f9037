import { z } from 'zod';
import { codesOf } from '../../kernel/codes/index.js';
import { caseOutcomes, dispatchReasons, dispatchResolutions, followUpStatuses, reopenReasons } from '../codes/index.js';
import { CaseFacts, Consent, Party, ServiceRef } from '../facts.js';
import { Instant, NoteId } from '../../kernel/ids.js';
import { means } from '../../kernel/meaning.js';
import { Policy } from '../policy.js';
import { event, referral } from './event.js';
import { PastReferral } from './past-referral.js';

const outcome = means(
  z.enum(codesOf(caseOutcomes)),
  'comment le dossier s’est terminé',
  'hoe het dossier eindigde',
  'how the case ended',
);
const month = means(
  z.number().int(),
  'mois après la clôture',
  'maanden na de afsluiting',
  'months after the case was closed',
);
const noteId = means(
  NoteId,
  'numéro de la note chiffrée',
  'nummer van de versleutelde notitie',
  'id of the encrypted note',
);

/** Data of `relais.case.opened.v1`. */
const opened = z.object({
  facts: CaseFacts,
  consent: Consent,
  policy: Policy,
  lead: means(ServiceRef.nullable(), 'premier pilote', 'eerste trekker', 'first lead'),
  openedBy: means(Party, 'qui a ouvert', 'wie opende', 'who opened it'),
  noteId: noteId.optional(),
});

const closed = z.object({
  outcome,
  followUps: means(
    z.array(
      z.object({
        month,
        dueAt: means(Instant, 'moment de la question', 'moment van de vraag', 'when it is asked'),
        missedAt: means(
          Instant,
          'dernier moment pour répondre',
          'laatste moment om te antwoorden',
          'last moment to answer',
        ),
      }),
    ),
    'suivi à venir, le plus proche d’abord',
    'komende opvolging, de eerste eerst',
    'follow-ups to come, the nearest first',
  ),
  retentionEndsAt: means(
    Instant,
    'fin du délai de conservation',
    'einde van de bewaartermijn',
    'end of the retention time',
  ),
});

/** Events of a case as a whole. */
export const eventsOfCases = [
  event('relais.case.opened.v1', ['Un dossier est ouvert.', 'Een dossier is geopend.', 'A case was opened.'], opened),
  event(
    'relais.case.imported.v1',
    [
      'Un dossier clôturé d’avant Relais est importé.',
      'Een afgesloten dossier van vóór Relais is geïmporteerd.',
      'A closed case from before Relais was imported.',
    ],
    z.object({
      facts: CaseFacts,
      openedOn: means(Instant, 'ouverture du dossier', 'opening van het dossier', 'when the case was opened'),
      closedOn: means(Instant, 'clôture du dossier', 'afsluiting van het dossier', 'when the case was closed'),
      outcome,
      referrals: z.array(PastReferral).max(20).optional(),
    }),
  ),
  event(
    'relais.case.facts-amended.v1',
    [
      'Les faits d’un dossier sont corrigés ou complétés.',
      'De feiten van een dossier zijn verbeterd of aangevuld.',
      'The facts of a case were corrected or completed.',
    ],
    z.object({ facts: CaseFacts }),
  ),
  event(
    'relais.case.consent-renewed.v1',
    [
      'L’entrepreneur donne à nouveau son accord, pour ces professions.',
      'De ondernemer gaf opnieuw toestemming, voor deze beroepen.',
      'The entrepreneur gave consent again, for these professions.',
    ],
    z.object({ consent: Consent }),
  ),
  event(
    'relais.case.consent-withdrawn.v1',
    [
      'L’entrepreneur retire son accord ; les orientations se terminent et les notes sont effacées.',
      'De ondernemer trok de toestemming in; de doorverwijzingen eindigen en de notities worden gewist.',
      'The entrepreneur withdrew consent; all referrals end and the notes are erased.',
    ],
    z.object({}),
  ),
  event(
    'relais.case.note-added.v1',
    [
      'Une note est écrite ; son texte reste chiffré dans PostgreSQL.',
      'Een notitie is geschreven; de tekst blijft versleuteld in PostgreSQL.',
      'A note was written; its text stays encrypted in PostgreSQL.',
    ],
    z.object({ noteId }),
  ),
  event(
    'relais.case.lead-transferred.v1',
    [
      'Un autre service devient pilote du dossier.',
      'Een andere dienst werd trekker van het dossier.',
      'The lead of a case passed to another service.',
    ],
    z.object({
      from: means(ServiceRef.nullable(), 'pilote précédent', 'vorige trekker', 'lead before'),
      to: means(ServiceRef, 'nouveau pilote', 'nieuwe trekker', 'new lead'),
      ...referral,
    }),
  ),
  event(
    'relais.case.queued-for-dispatch.v1',
    [
      'Un dossier entre dans la file à répartir de la coordination.',
      'Een dossier kwam in de wachtrij van de coördinatie.',
      'A case came into the coordinators’ dispatch queue.',
    ],
    z.object({
      reason: means(
        z.enum(codesOf(dispatchReasons)),
        'pourquoi il est à répartir',
        'waarom het te verdelen is',
        'why it waits there',
      ),
      ...referral,
    }),
  ),
  event(
    'relais.case.dispatch-resolved.v1',
    [
      'La coordination sort un dossier de la file sans nouvelle orientation.',
      'De coördinatie haalde een dossier uit de wachtrij zonder nieuwe doorverwijzing.',
      'Coordinators ended a stay in the dispatch queue without a new referral.',
    ],
    z.object({
      resolution: means(
        z.enum(codesOf(dispatchResolutions)),
        'ce que la coordination a décidé',
        'wat de coördinatie besliste',
        'what the coordinators decided',
      ),
    }),
  ),
  event(
    'relais.case.closed.v1',
    ['Un dossier est clôturé.', 'Een dossier is afgesloten.', 'A case was closed.'],
    closed,
  ),
  event(
    'relais.case.reopened.v1',
    [
      'Un dossier clôturé est rouvert.',
      'Een afgesloten dossier is opnieuw geopend.',
      'A closed case was opened again.',
    ],
    z.object({
      reason: means(
        z.enum(codesOf(reopenReasons)),
        'motif de la réouverture',
        'reden van de heropening',
        'why it was opened again',
      ),
      consent: Consent,
    }),
  ),
  event(
    'relais.case.follow-up-due.v1',
    ['Un suivi est à faire.', 'Een opvolging moet gebeuren.', 'A follow-up is due.'],
    z.object({
      month,
      missedAt: means(
        Instant,
        'nouveau dernier moment pour répondre, après une question tardive',
        'nieuw laatste moment om te antwoorden, na een late vraag',
        'new last moment to answer, after a late question',
      ).optional(),
    }),
  ),
  event(
    'relais.case.follow-up-recorded.v1',
    ['Un suivi a sa réponse.', 'Een opvolging is beantwoord.', 'A follow-up was answered.'],
    z.object({
      month,
      status: means(
        z.enum(codesOf(followUpStatuses)),
        'comment va l’entreprise',
        'hoe het met de onderneming gaat',
        'how the business stands',
      ),
    }),
  ),
  event(
    'relais.case.follow-up-missed.v1',
    [
      'Un suivi est resté sans réponse dans le délai.',
      'Een opvolging is niet op tijd beantwoord.',
      'A follow-up was not answered in time.',
    ],
    z.object({ month }),
  ),
  event(
    'relais.case.retention-ended.v1',
    [
      'La durée de conservation est passée ; les notes sont effacées et le dossier prend fin.',
      'De bewaartermijn is voorbij; de notities worden gewist en het dossier eindigt.',
      'The retention time is over; the notes are erased and the case ends.',
    ],
    z.object({}),
  ),
  event(
    'relais.case.lead-offered.v1',
    [
      'Un service qui aide déjà est invité à devenir pilote.',
      'Aan een dienst die al helpt is gevraagd om trekker te worden.',
      'A service that helps already was asked to become the lead.',
    ],
    z.object({
      ...referral,
      to: means(
        ServiceRef,
        'à qui le pilotage est proposé',
        'aan wie de trekkersrol voorgesteld is',
        'who is asked to lead',
      ),
      answerBy: means(
        Instant,
        'quand la proposition tombe sans réponse',
        'wanneer het voorstel zonder antwoord vervalt',
        'when the offer lapses without an answer',
      ),
    }),
  ),
  event(
    'relais.case.lead-offer-declined.v1',
    [
      'Un service qui aide ne devient pas pilote ; il continue d’aider.',
      'Een dienst die helpt wordt geen trekker; hij blijft helpen.',
      'A service that helps does not become the lead; it goes on helping.',
    ],
    z.object(referral),
  ),
  event(
    'relais.case.lead-offer-lapsed.v1',
    [
      'Un service n’a pas répondu à temps s’il devient pilote ; il continue d’aider.',
      'Een dienst heeft niet op tijd geantwoord of hij trekker wordt; hij blijft helpen.',
      'A service has not answered in time whether it becomes the lead; it goes on helping.',
    ],
    z.object(referral),
  ),
] as const;
