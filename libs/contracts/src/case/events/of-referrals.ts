import { z } from 'zod';
import { codesOf } from '../../kernel/codes/index.js';
import {
  declineChoices,
  declineReasons,
  escalationCauses,
  holdReasons,
  progressSteps,
  recallReasons,
  referralOutcomes,
} from '../codes/index.js';
import { Party, ServiceRef, Urgency } from '../facts.js';
import { Instant, NoteId, privacy, ReferralId, Uuid } from '../../kernel/ids.js';
import { means } from '../../kernel/meaning.js';
import { event, referral, times } from './event.js';

const answerBy = means(
  Instant,
  'dernier moment pour répondre',
  'laatste moment om te antwoorden',
  'when an answer is due',
);
const checkInBy = means(
  Instant,
  'dernier moment pour un point de suivi',
  'laatste moment voor een opvolging',
  'when a check-in is due',
);
const laterExpiry = means(
  Instant,
  'nouvelle fin de la demande, après un signal tardif',
  'nieuw einde van de vraag, na een laat signaal',
  'new end of the request, after a late signal',
);
const firstContactBy = means(
  Instant,
  'dernier moment pour le premier contact',
  'laatste moment voor het eerste contact',
  'when the first contact is due',
);
const recallReason = means(
  z.enum(codesOf(recallReasons)),
  'motif du retrait',
  'reden van de intrekking',
  'why it is recalled',
);

/** Data of `relais.referral.sent.v1`. */
const sent = z.object({
  ...referral,
  to: means(ServiceRef, 'à qui l’aide est demandée', 'aan wie hulp gevraagd wordt', 'who is asked for help'),
  from: means(Party, 'qui oriente', 'wie doorverwijst', 'who refers'),
  urgency: means(Urgency, 'urgence de la demande', 'dringendheid van de vraag', 'urgency of the request'),
  offerId: means(
    Uuid.meta(privacy('case')).nullable(),
    'numéro commun aux orientations d’une même offre ; vide si elle est seule',
    'gemeenschappelijk nummer van de doorverwijzingen van één aanbod; leeg als ze alleen staat',
    'id shared by the referrals of one offer; null when the referral stands alone',
  ),
  parentReferralId: means(
    ReferralId.nullable(),
    'orientation dont celle-ci est la suite',
    'doorverwijzing waarvan deze het vervolg is',
    'referral that this one follows',
  ),
  hop: means(
    z.number().int().min(0),
    'orientations avant celle-ci dans sa chaîne : 0 pour la première',
    'doorverwijzingen vóór deze in haar keten: 0 voor de eerste',
    'referrals before this one in its chain: 0 for the first',
  ),
  proposesLead: means(
    z.boolean(),
    'le service deviendrait pilote',
    'de dienst zou trekker worden',
    'whether the service would become the lead',
  ),
  messageNoteId: means(
    NoteId.optional(),
    'numéro du message chiffré',
    'nummer van het versleutelde bericht',
    'id of the encrypted message',
  ),
  remindAt: means(Instant, 'moment de la relance', 'moment van de herinnering', 'when the service is reminded'),
  answerBy,
  expiresAt: means(Instant, 'moment où elle expire', 'moment waarop ze vervalt', 'when it expires unanswered'),
});

/** Events of one referral of a case. */
export const eventsOfReferrals = [
  event(
    'relais.referral.sent.v1',
    ['De l’aide est demandée à un service.', 'Aan een dienst is hulp gevraagd.', 'Help was asked of a service.'],
    sent,
  ),
  event(
    'relais.referral.reminded.v1',
    [
      'La moitié du délai de réponse est passée.',
      'De helft van de antwoordtermijn is voorbij.',
      'Half of the time to answer has passed.',
    ],
    z.object({
      ...referral,
      answerBy: means(
        Instant,
        'nouveau délai de réponse, après une relance tardive',
        'nieuwe antwoordtermijn, na een late herinnering',
        'new deadline to answer, after a late reminder',
      ).optional(),
      expiresAt: laterExpiry.optional(),
    }),
  ),
  event(
    'relais.referral.escalated.v1',
    [
      'Un délai est dépassé ; la coordination est avertie.',
      'Een termijn is overschreden; de coördinatie is verwittigd.',
      'A deadline passed; the coordinators are told.',
    ],
    z.object({
      ...referral,
      cause: means(z.enum(codesOf(escalationCauses)), 'ce qui manque', 'wat ontbreekt', 'what did not happen in time'),
      times: times.optional(),
      expiresAt: laterExpiry.optional(),
    }),
  ),
  event(
    'relais.referral.expired.v1',
    [
      'Une orientation est restée sans réponse.',
      'Een doorverwijzing is nooit beantwoord.',
      'A referral was never answered.',
    ],
    z.object(referral),
  ),
  event(
    'relais.referral.accepted.v1',
    ['Un service accepte.', 'Een dienst aanvaardde.', 'A service accepted.'],
    z.object({ ...referral, firstContactBy }),
  ),
  event(
    'relais.referral.declined.v1',
    ['Un service décline.', 'Een dienst weigerde.', 'A service declined.'],
    z.object({
      ...referral,
      reason: means(z.enum(codesOf(declineReasons)), 'motif du refus', 'reden van de weigering', 'why it declined'),
      choice: means(
        z.enum(codesOf(declineChoices)),
        'à qui tient le refus',
        'aan wie de weigering ligt',
        'whose choice it was',
      ),
    }),
  ),
  event(
    'relais.referral.released.v1',
    [
      'Une offre est prise par un autre service.',
      'Een aanbod is door een andere dienst genomen.',
      'An offer was taken by another service.',
    ],
    z.object({
      ...referral,
      takenBy: means(
        ReferralId,
        'l’orientation qui a été acceptée',
        'de doorverwijzing die aanvaard is',
        'the referral that was accepted',
      ),
    }),
  ),
  event(
    'relais.referral.first-contact-made.v1',
    [
      'Le service a établi le premier contact avec l’entrepreneur ; l’aide est en cours.',
      'De dienst legde het eerste contact met de ondernemer; de hulp loopt.',
      'The service made the first contact with the entrepreneur; the help is in progress.',
    ],
    z.object({ ...referral, checkInBy }),
  ),
  event(
    'relais.referral.progressed.v1',
    ['Le service note un progrès.', 'De dienst noteerde vooruitgang.', 'The service reported progress.'],
    z.object({
      ...referral,
      step: means(z.enum(codesOf(progressSteps)), 'type de progrès', 'soort vooruitgang', 'kind of progress'),
      noteId: means(
        NoteId.optional(),
        'numéro de la note chiffrée',
        'nummer van de versleutelde notitie',
        'id of the encrypted note',
      ),
      checkInBy,
    }),
  ),
  event(
    'relais.referral.held.v1',
    [
      'Une orientation est mise en pause ; ses délais s’arrêtent.',
      'Een doorverwijzing is gepauzeerd; haar termijnen staan stil.',
      'A referral was put on hold; its clocks pause.',
    ],
    z.object({
      ...referral,
      reason: means(z.enum(codesOf(holdReasons)), 'motif de la pause', 'reden van de pauze', 'why it is on hold'),
      until: means(Instant, 'fin de la pause', 'einde van de pauze', 'when the hold ends'),
    }),
  ),
  event(
    'relais.referral.resumed.v1',
    ['Une orientation en pause reprend.', 'Een gepauzeerde doorverwijzing gaat verder.', 'A referral on hold goes on.'],
    z.object({ ...referral, checkInBy }),
  ),
  event(
    'relais.referral.recall-requested.v1',
    [
      'L’expéditeur demande à retirer l’orientation.',
      'De afzender vroeg om de doorverwijzing in te trekken.',
      'The sender asked to recall a referral.',
    ],
    z.object({ ...referral, reason: recallReason, answerBy }),
  ),
  event(
    'relais.referral.recalled.v1',
    ['Une orientation est retirée.', 'Een doorverwijzing is ingetrokken.', 'A referral was recalled.'],
    z.object({
      ...referral,
      reason: recallReason,
      how: means(
        z.enum(['at-once', 'agreed', 'unanswered']),
        'immédiat, accepté ou sans réponse',
        'onmiddellijk, aanvaard of zonder antwoord',
        'at once, agreed to, or unanswered',
      ),
    }),
  ),
  event(
    'relais.referral.kept.v1',
    [
      'Le service garde une orientation qu’on voulait retirer ; ses délais reprennent.',
      'De dienst behoudt een doorverwijzing die men wilde intrekken; haar termijnen lopen verder.',
      'The service keeps a referral that was to be recalled; its clocks go on where they paused.',
    ],
    z.object({ ...referral, firstContactBy: firstContactBy.optional(), checkInBy: checkInBy.optional() }),
  ),
  event(
    'relais.referral.closed.v1',
    ['Un service termine son aide.', 'Een dienst sloot zijn hulp af.', 'A service closed its help.'],
    z.object({
      ...referral,
      outcome: means(
        z.enum(codesOf(referralOutcomes)),
        'comment l’aide s’est terminée',
        'hoe de hulp eindigde',
        'how the help ended',
      ),
    }),
  ),
  event(
    'relais.referral.answer-undone.v1',
    [
      'Une réponse donnée par erreur est annulée ; une réponse est de nouveau attendue.',
      'Een antwoord dat bij vergissing gegeven is, is ongedaan gemaakt; er wordt opnieuw een antwoord verwacht.',
      'An answer given by mistake was undone; an answer is awaited again.',
    ],
    z.object({
      ...referral,
      answered: means(
        ReferralId,
        'l’orientation dont la réponse est annulée : celle-ci, ou une autre de la même offre',
        'de doorverwijzing waarvan het antwoord ongedaan gemaakt is: deze, of een andere van hetzelfde aanbod',
        'the referral whose answer was undone: this one, or another of the same offer',
      ),
    }),
  ),
] as const;
