import type { CodeList } from '../../kernel/codes/code-list.js';
import { professions } from '../../kernel/codes/help.js';

/** States of one referral; what each of them means is `referralStateRules` in the domain. */
export const referralStates = {
  sent: { label: { fr: 'envoyée', nl: 'verzonden', en: 'sent' } },
  accepted: { label: { fr: 'acceptée', nl: 'aanvaard', en: 'accepted' } },
  'in-progress': { label: { fr: 'en cours', nl: 'lopend', en: 'in progress' } },
  'on-hold': { label: { fr: 'en pause', nl: 'gepauzeerd', en: 'on hold' } },
  'recall-requested': {
    label: { fr: 'retrait demandé', nl: 'intrekking gevraagd', en: 'recall requested' },
  },
  declined: { label: { fr: 'déclinée', nl: 'geweigerd', en: 'declined' } },
  recalled: { label: { fr: 'retirée', nl: 'ingetrokken', en: 'recalled' } },
  released: { label: { fr: 'libérée', nl: 'vrijgegeven', en: 'released' } },
  expired: { label: { fr: 'expirée', nl: 'vervallen', en: 'expired' } },
  closed: { label: { fr: 'clôturée', nl: 'afgesloten', en: 'closed' } },
} as const satisfies CodeList<string>;
export type ReferralState = keyof typeof referralStates;

/** Why a service declines; `choice` says whose it most often is, which a person may tell otherwise. */
export const declineReasons = {
  full: { choice: 'capacity', label: { fr: 'complet', nl: 'volzet', en: 'full' } },
  'not-our-work': {
    choice: 'out-of-remit',
    label: { fr: 'hors de notre mission', nl: 'buiten onze opdracht', en: 'outside our remit' },
  },
  'territory-or-language': {
    choice: 'out-of-remit',
    label: { fr: 'territoire ou langue', nl: 'gebied of taal', en: 'territory or language' },
  },
  'conflict-of-interest': {
    choice: 'service',
    label: { fr: 'conflit d’intérêts', nl: 'belangenconflict', en: 'conflict of interest' },
  },
  'better-placed-elsewhere': {
    choice: 'service',
    label: { fr: 'mieux aidé ailleurs', nl: 'elders beter geholpen', en: 'better helped elsewhere' },
  },
  'entrepreneur-refused': {
    choice: 'entrepreneur',
    label: { fr: 'refus de l’entrepreneur', nl: 'ondernemer wil niet', en: 'the entrepreneur does not want it' },
  },
} as const satisfies CodeList<string, { choice: DeclineChoice }>;
export type DeclineReason = keyof typeof declineReasons;

/** Whose choice a decline was. */
export const declineChoices = {
  entrepreneur: {
    label: { fr: 'choix de l’entrepreneur', nl: 'keuze van de ondernemer', en: 'the entrepreneur’s choice' },
  },
  service: { label: { fr: 'choix du service', nl: 'keuze van de dienst', en: 'the service’s choice' } },
  capacity: { label: { fr: 'manque de capacité', nl: 'gebrek aan capaciteit', en: 'lack of capacity' } },
  'out-of-remit': { label: { fr: 'hors mission', nl: 'buiten opdracht', en: 'out of remit' } },
} as const satisfies CodeList<string>;
export type DeclineChoice = keyof typeof declineChoices;

/** How one referral ended when it was closed. */
export const referralOutcomes = {
  helped: { label: { fr: 'aidé', nl: 'geholpen', en: 'helped' } },
  'partly-helped': { label: { fr: 'aidé en partie', nl: 'deels geholpen', en: 'partly helped' } },
  'not-helped': { label: { fr: 'pas aidé', nl: 'niet geholpen', en: 'not helped' } },
  'lost-contact': { label: { fr: 'contact perdu', nl: 'contact verloren', en: 'lost contact' } },
  withdrawn: {
    label: { fr: 'l’entrepreneur s’est retiré', nl: 'ondernemer haakte af', en: 'the entrepreneur withdrew' },
  },
  'referred-onward': { label: { fr: 'relais passé', nl: 'doorgegeven', en: 'referred onward' } },
} as const satisfies CodeList<string>;
export type ReferralOutcome = keyof typeof referralOutcomes;

/** Why a referral was called back. */
export const recallReasons = {
  'sent-by-mistake': { label: { fr: 'envoyé par erreur', nl: 'per vergissing verzonden', en: 'sent by mistake' } },
  'need-changed': { label: { fr: 'le besoin a changé', nl: 'de nood is veranderd', en: 'the need changed' } },
  'other-service-found': {
    label: { fr: 'autre service trouvé', nl: 'andere dienst gevonden', en: 'another service was found' },
  },
  'no-answer': { label: { fr: 'pas de réponse', nl: 'geen antwoord', en: 'no answer' } },
  'consent-withdrawn': { label: { fr: 'accord retiré', nl: 'toestemming ingetrokken', en: 'consent withdrawn' } },
} as const satisfies CodeList<string>;
export type RecallReason = keyof typeof recallReasons;

/** Why a referral is on hold. */
export const holdReasons = {
  'awaiting-documents': { label: { fr: 'documents attendus', nl: 'wacht op documenten', en: 'awaiting documents' } },
  'awaiting-third-party': {
    label: { fr: 'décision d’un tiers attendue', nl: 'wacht op een derde', en: 'awaiting a third party' },
  },
  'entrepreneur-unavailable': {
    label: { fr: 'entrepreneur indisponible', nl: 'ondernemer niet beschikbaar', en: 'entrepreneur unavailable' },
  },
  'awaiting-court': {
    label: { fr: 'décision du tribunal attendue', nl: 'wacht op de rechtbank', en: 'awaiting the court' },
  },
} as const satisfies CodeList<string>;
export type HoldReason = keyof typeof holdReasons;

/** What a progress note reports. */
export const progressSteps = {
  meeting: { label: { fr: 'entretien', nl: 'gesprek', en: 'meeting' } },
  plan: { label: { fr: 'plan établi', nl: 'plan opgesteld', en: 'plan drawn up' } },
  'payment-plan': { label: { fr: 'plan de paiement', nl: 'afbetalingsplan', en: 'payment plan' } },
  negotiation: { label: { fr: 'négociation', nl: 'onderhandeling', en: 'negotiation' } },
  'file-submitted': { label: { fr: 'dossier introduit', nl: 'dossier ingediend', en: 'file submitted' } },
  other: { label: { fr: 'autre progrès', nl: 'andere vooruitgang', en: 'other progress' } },
} as const satisfies CodeList<string>;
export type ProgressStep = keyof typeof progressSteps;

/** Where a referral came from: a profession, the coordinating team, or a first-line desk without a service of its own. */
export const senders = {
  ...professions,
  coordination: { label: { fr: 'coordination', nl: 'coördinatie', en: 'coordination' } },
  'first-line': { label: { fr: 'première ligne', nl: 'eerste lijn', en: 'first line' } },
} as const satisfies CodeList<string>;
export type Sender = keyof typeof senders;

/** What became of the question whether a service takes a referral. */
export const answers = {
  accepted: { label: { fr: 'accepté', nl: 'aanvaard', en: 'accepted' } },
  ...declineReasons,
  expired: { label: { fr: 'sans réponse', nl: 'geen antwoord', en: 'not answered' } },
} as const satisfies CodeList<string>;
export type Answer = keyof typeof answers;
