import { z } from 'zod';
import type { PrivacyClass } from './codes/index.js';

/** Marks what a field can tell; fields of codes and numbers need no mark. */
export function privacy(of: PrivacyClass): { readonly 'x-privacy': PrivacyClass } {
  return { 'x-privacy': of };
}

/** Instant in UTC, ISO 8601 with milliseconds, for example `2026-11-24T08:30:00.000Z`. */
export const Instant = z.iso.datetime().meta({ title: 'Instant', ...privacy('time') });
export type Instant = z.infer<typeof Instant>;

/** Calendar date, ISO 8601, for example `2026-11-24`. */
export const CalendarDate = z.iso.date().meta(privacy('time'));
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

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens');

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

/** Random identifier of a link that somebody without an account was given; it stands for its holder. */
export const LinkId = Uuid.meta(privacy('person'));
export type LinkId = z.infer<typeof LinkId>;

/** The caller's idempotency key: 8 to 100 printable characters; the same key twice is one command. */
export const CommandId = z.string().regex(/^[\x21-\x7e]{8,100}$/, '8 to 100 printable characters');
export type CommandId = z.infer<typeof CommandId>;
