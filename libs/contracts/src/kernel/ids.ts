import { z } from 'zod';
import type { PrivacyClass } from './codes/index.js';
import { inWords, written } from './written.js';

/** Marks what a field can tell; fields of codes and numbers need no mark. */
export function privacy(of: PrivacyClass): { readonly 'x-privacy': PrivacyClass } {
  return { 'x-privacy': of };
}

/** The year before 1 AD, which a calendar does not have and PostgreSQL refuses. */
const noYear = '0000-';
const noSuchYear = {
  fr: 'l’année 0000 n’existe pas ; écrivez l’année en quatre chiffres, par exemple 2026',
  nl: 'het jaar 0000 bestaat niet; schrijf het jaar in vier cijfers, bijvoorbeeld 2026',
  en: 'there is no year 0000; write the year in four digits, for example 2026',
};

/** More digits than clocks have, which PostgreSQL refuses. */
const tooFine = /\.\d{10}/;
const noSuchClock = {
  fr: 'écrivez au plus neuf décimales de seconde, par exemple 2026-11-24T08:30:00.000Z',
  nl: 'schrijf hoogstens negen decimalen van een seconde, bijvoorbeeld 2026-11-24T08:30:00.000Z',
  en: 'write at most nine decimals of a second, for example 2026-11-24T08:30:00.000Z',
};

/** Instant in UTC, ISO 8601 with milliseconds, for example `2026-11-24T08:30:00.000Z`. */
export const Instant = z.iso
  .datetime()
  .refine((text) => !text.startsWith(noYear), inWords(noSuchYear))
  .refine((text) => !tooFine.test(text), inWords(noSuchClock))
  .meta({ title: 'Instant', ...privacy('time') });
export type Instant = z.infer<typeof Instant>;

/** Calendar date, ISO 8601, for example `2026-11-24`. */
export const CalendarDate = z.iso
  .date()
  .refine((text) => !text.startsWith(noYear), inWords(noSuchYear))
  .meta(privacy('time'));
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A random identifier in its one spelling: whoever writes it in capitals means the same, so every place beyond the edge compares texts. */
export const Uuid = z.uuid().toLowerCase();

/** Random identifier of a case; carries nothing about the entrepreneur. */
export const CaseId = Uuid.meta(privacy('case'));
export type CaseId = z.infer<typeof CaseId>;

export const ReferralId = Uuid.meta(privacy('case'));
export type ReferralId = z.infer<typeof ReferralId>;

/** Identifier of an encrypted note; the only trace of its text outside PostgreSQL. */
export const NoteId = Uuid.meta(privacy('note'));
export type NoteId = z.infer<typeof NoteId>;

/** An id that people chose. */
export const slug = written(/^[a-z0-9][a-z0-9-]{0,59}$/, {
  fr: 'écrivez un identifiant de 60 caractères au plus : minuscules, chiffres et traits d’union',
  nl: 'schrijf een kenmerk van hoogstens 60 tekens: kleine letters, cijfers en koppeltekens',
  en: 'write an id of at most 60 characters: lower-case letters, digits and hyphens',
});

export const OrganisationId = slug.meta(privacy('organisation'));
export type OrganisationId = z.infer<typeof OrganisationId>;

export const ServiceId = slug.meta(privacy('organisation'));
export type ServiceId = z.infer<typeof ServiceId>;

/** Identifier of a person of a member organisation, never of an entrepreneur. */
export const PersonId = slug.meta(privacy('person'));
export type PersonId = z.infer<typeof PersonId>;

/** Random identifier of a membership of a person. */
export const MembershipId = Uuid.meta(privacy('person'));
export type MembershipId = z.infer<typeof MembershipId>;

/** Random identifier of an absence. */
export const AbsenceId = Uuid.meta(privacy('person'));
export type AbsenceId = z.infer<typeof AbsenceId>;

/** Random name of a session among those of its person; opens nothing. */
export const SessionId = Uuid.meta(privacy('person'));
export type SessionId = z.infer<typeof SessionId>;

/** Random name of a passkey among those of its person. */
export const PasskeyId = Uuid.meta(privacy('person'));
export type PasskeyId = z.infer<typeof PasskeyId>;
/** Random identifier of an invitation; opens nothing. */
export const InvitationId = Uuid.meta(privacy('person'));
export type InvitationId = z.infer<typeof InvitationId>;

/** Random name of an account with which its person signs in. */
export const AccountId = Uuid.meta(privacy('person'));
export type AccountId = z.infer<typeof AccountId>;

/** Random identifier of a link that somebody without an account was given; it stands for its holder. */
export const LinkId = Uuid.meta(privacy('person'));
export type LinkId = z.infer<typeof LinkId>;

/** The caller's idempotency key: 8 to 100 printable characters; the same key twice is one command. */
export const CommandId = written(/^[\x21-\x7e]{8,100}$/, {
  fr: 'écrivez une clé de 8 à 100 caractères ASCII imprimables, sans espace',
  nl: 'schrijf een sleutel van 8 tot 100 afdrukbare ASCII-tekens, zonder spatie',
  en: 'write a key of 8 to 100 printable ASCII characters, without a space',
});
export type CommandId = z.infer<typeof CommandId>;

/** How often a command was asked, this time included; more than once when no answer came. */
export const CommandAttempt = written(/^[1-9]\d{0,5}$/, {
  fr: 'écrivez le nombre de tentatives, 1 pour la première',
  nl: 'schrijf het aantal pogingen, 1 voor de eerste',
  en: 'write the number of attempts, 1 for the first',
});
export type CommandAttempt = z.infer<typeof CommandAttempt>;

/** Where the next page begins, as the page before gave it. */
export const Cursor = written(/^[A-Za-z0-9_-]{1,500}$/, {
  fr: 'donnez le curseur de la page précédente, tel quel',
  nl: 'geef de cursor van de vorige pagina, zoals hij is',
  en: 'give the cursor of the page before, as it is',
});
export type Cursor = z.infer<typeof Cursor>;
