import type { Text } from '../../kernel/codes/code-list.js';
import { smallestDenominator, smallestSample, type CountingRule } from './counting-rule.js';

const noPause: Text = {
  fr: 'Rien ne suspend ce temps ; seules les heures ouvrables comptent.',
  nl: 'Niets onderbreekt deze tijd; alleen werkuren tellen.',
  en: 'Nothing pauses this time; only working hours count.',
};

const pausedByHold: Text = {
  fr: 'Le temps en pause ou en attente d’un retrait demandé ne compte pas ; seules les heures ouvrables comptent.',
  nl: 'De tijd van een pauze of van een gevraagde intrekking telt niet mee; alleen werkuren tellen.',
  en: 'Time on hold or while a recall is asked for does not count; only working hours do.',
};

const ownReferrals: Text = {
  fr: 'La réouverture ne change rien à ce qui est compté ; ses nouvelles orientations comptent comme les autres.',
  nl: 'Heropenen verandert niets aan wat geteld is; de nieuwe doorverwijzingen tellen zoals de andere.',
  en: 'Reopening changes nothing that was counted; its new referrals count like any others.',
};

const acceptance: Text = {
  fr: 'L’acceptation de l’orientation.',
  nl: 'De aanvaarding van de doorverwijzing.',
  en: 'The acceptance of the referral.',
};

const answered: Text = {
  fr: 'Les orientations acceptées, déclinées ou restées sans réponse dans la période. Une orientation retirée ou libérée avant une réponse n’en fait pas partie.',
  nl: 'De doorverwijzingen die in de periode aanvaard, geweigerd of onbeantwoord vervallen zijn. Wat voor een antwoord ingetrokken of vrijgegeven werd, hoort daar niet bij.',
  en: 'Referrals that were accepted, declined or left unanswered in the period. One that was recalled or released before an answer is not among them.',
};

/** How figures about referrals are counted. */
export const referralMeasures = {
  'time-to-answer': {
    label: { fr: 'Délai de réponse', nl: 'Tijd tot antwoord', en: 'Time to answer' },
    cubes: ['answered'],
    numerator: {
      fr: 'Le temps de travail de chaque orientation acceptée ou déclinée dans la période ; la médiane est lue dans des tranches.',
      nl: 'De werktijd van elke doorverwijzing die in de periode aanvaard of geweigerd werd; de mediaan wordt in klassen afgelezen.',
      en: 'Working time of each referral accepted or declined in the period; the median is read from bands.',
    },
    start: {
      fr: 'L’envoi de l’orientation.',
      nl: 'De verzending van de doorverwijzing.',
      en: 'The sending of the referral.',
    },
    stop: {
      fr: 'L’acceptation ou le refus. Une orientation sans réponse n’a pas de délai.',
      nl: 'De aanvaarding of de weigering. Een onbeantwoorde doorverwijzing heeft geen tijd.',
      en: 'Acceptance or decline. A referral that was not answered has no time.',
    },
    pause: noPause,
    reopened: ownReferrals,
    smallest: smallestSample,
  },
  'time-to-contact': {
    label: { fr: 'Délai du premier contact', nl: 'Tijd tot eerste contact', en: 'Time to first contact' },
    cubes: ['contacted'],
    numerator: {
      fr: 'Le temps de travail de chaque premier contact de la période ; la médiane est lue dans des tranches.',
      nl: 'De werktijd van elk eerste contact van de periode; de mediaan wordt in klassen afgelezen.',
      en: 'Working time of each first contact of the period; the median is read from bands.',
    },
    start: acceptance,
    stop: {
      fr: 'Le premier contact avec l’entrepreneur.',
      nl: 'Het eerste contact met de ondernemer.',
      en: 'The first contact with the entrepreneur.',
    },
    pause: pausedByHold,
    reopened: ownReferrals,
    smallest: smallestSample,
  },
  'time-to-close': {
    label: { fr: 'Durée de l’aide', nl: 'Duur van de hulp', en: 'Time to close' },
    cubes: ['ended'],
    numerator: {
      fr: 'Le temps de travail de chaque aide clôturée dans la période ; la médiane est lue dans des tranches.',
      nl: 'De werktijd van elke hulp die in de periode afgesloten werd; de mediaan wordt in klassen afgelezen.',
      en: 'Working time of each help closed in the period; the median is read from bands.',
    },
    start: acceptance,
    stop: { fr: 'La clôture de l’aide.', nl: 'De afsluiting van de hulp.', en: 'The closing of the help.' },
    pause: pausedByHold,
    reopened: ownReferrals,
    smallest: smallestSample,
  },
  acceptance: {
    label: { fr: 'Taux d’acceptation', nl: 'Aanvaardingsgraad', en: 'Acceptance' },
    cubes: ['answered'],
    numerator: {
      fr: 'Les orientations acceptées dans la période.',
      nl: 'De doorverwijzingen die in de periode aanvaard werden.',
      en: 'Referrals accepted in the period.',
    },
    denominator: answered,
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  declines: {
    label: { fr: 'Refus selon leur motif', nl: 'Weigeringen volgens reden', en: 'Declines by reason' },
    cubes: ['answered'],
    numerator: {
      fr: 'Les orientations déclinées dans la période, selon le motif donné.',
      nl: 'De doorverwijzingen die in de periode geweigerd werden, volgens de opgegeven reden.',
      en: 'Referrals declined in the period, by the reason given.',
    },
    denominator: answered,
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  'loop-closure': {
    label: { fr: 'Résultats communiqués', nl: 'Teruggemelde resultaten', en: 'Loop closure' },
    cubes: ['ended', 'answered'],
    numerator: {
      fr: 'Les orientations dont le résultat a été communiqué dans la période, quel qu’il soit.',
      nl: 'De doorverwijzingen waarvan in de periode een resultaat teruggemeld werd, welk ook.',
      en: 'Referrals whose outcome was reported in the period, whatever it was.',
    },
    denominator: {
      fr: 'Les orientations acceptées dans la période. Le résultat vient plus tard que l’acceptation : sur une courte période, la part peut dépasser 100 %.',
      nl: 'De doorverwijzingen die in de periode aanvaard werden. Het resultaat komt later dan de aanvaarding: over een korte periode kan het aandeel boven 100 % liggen.',
      en: 'Referrals accepted in the period. Outcomes come later than acceptance: over a short period the share may exceed 100%.',
    },
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  'got-help': {
    label: { fr: 'Aide reçue', nl: 'Hulp gekregen', en: 'Got help' },
    cubes: ['ended'],
    numerator: {
      fr: 'Les aides clôturées dans la période avec le résultat « aidé » ou « aidé en partie ».',
      nl: 'De hulp die in de periode afgesloten werd als “geholpen” of “deels geholpen”.',
      en: 'Help closed in the period as “helped” or “partly helped”.',
    },
    denominator: {
      fr: 'Toutes les aides clôturées dans la période, sauf celles qui ont été passées à un autre service.',
      nl: 'Alle hulp die in de periode afgesloten werd, behalve wat aan een andere dienst doorgegeven werd.',
      en: 'All help closed in the period but what was referred onward to another service.',
    },
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  hops: {
    label: { fr: 'Longueur des chaînes', nl: 'Lengte van de ketens', en: 'Length of chains' },
    cubes: ['hops'],
    numerator: {
      fr: 'Les orientations envoyées dans la période, selon leur place : première de leur chaîne, deuxième, plus tard.',
      nl: 'De doorverwijzingen van de periode volgens hun plaats: eerste van hun keten, tweede, later.',
      en: 'Referrals sent in the period by their place: first of their chain, second, later.',
    },
    denominator: {
      fr: 'Toutes les orientations envoyées dans la période.',
      nl: 'Alle doorverwijzingen die in de periode verzonden werden.',
      en: 'All referrals sent in the period.',
    },
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  'ping-pong': {
    label: { fr: 'Allers-retours', nl: 'Pingpong', en: 'Ping-pong' },
    cubes: ['hops'],
    numerator: {
      fr: 'Les orientations vers une profession qui était déjà dans la chaîne, comme expéditeur de la première ou comme service sollicité.',
      nl: 'De doorverwijzingen naar een beroep dat al in de keten zat, als afzender van de eerste of als gevraagde dienst.',
      en: 'Referrals handed on to a profession that was in the chain before, as the sender of the first or as a service that was asked.',
    },
    denominator: {
      fr: 'Toutes les orientations envoyées dans la période.',
      nl: 'Alle doorverwijzingen die in de periode verzonden werden.',
      en: 'All referrals sent in the period.',
    },
    reopened: ownReferrals,
    smallest: smallestDenominator,
  },
  backlog: {
    label: { fr: 'En attente et en retard', nl: 'Wachtend en te laat', en: 'Backlog and overdue' },
    cubes: [],
    numerator: {
      fr: 'Les orientations ouvertes chez chaque service en ce moment ; « sans réponse » : pas encore acceptées ni déclinées ; « en retard » : leur prochaine échéance est passée.',
      nl: 'De doorverwijzingen die nu bij elke dienst open zijn; “onbeantwoord”: nog niet aanvaard of geweigerd; “te laat”: hun volgende termijn is voorbij.',
      en: 'Referrals open with each service at this moment; “unanswered”: neither accepted nor declined yet; “overdue”: their next deadline has passed.',
    },
    pause: {
      fr: 'Une orientation en pause n’est jamais en retard.',
      nl: 'Een gepauzeerde doorverwijzing is nooit te laat.',
      en: 'A referral on hold is never overdue.',
    },
    reopened: ownReferrals,
  },
} as const satisfies Record<string, CountingRule>;
