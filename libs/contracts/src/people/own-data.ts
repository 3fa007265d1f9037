import { z } from 'zod';
import { languages } from '../kernel/codes/index.js';
import { written } from '../kernel/written.js';
import { Instant } from '../kernel/ids.js';
import { PasskeyLine } from './passkeys.js';
import { Membership, Person, SessionLine } from './people.js';
import { TrailEntry } from './trail.js';

/** The name of somebody who works here, as others see it: a line without control characters. */
export const PersonName = written(/^(?=.{1,120}$)\S(?:[^\p{Cc}\p{Zl}\p{Zp}]*\S)?$/u, {
  fr: 'écrivez un nom de 120 caractères au plus, sur une ligne, sans espace au début ni à la fin',
  nl: 'schrijf een naam van hoogstens 120 tekens, op één regel, zonder spatie vooraan of achteraan',
  en: 'write a name of at most 120 characters, on one line, without a space at its beginning or end',
});
export type PersonName = z.infer<typeof PersonName>;

/** `PUT /api/v1/own-data`: what a person corrects of themselves. */
export const OwnDataRequest = z.object({ name: PersonName, language: z.enum(languages) });
export type OwnDataRequest = z.infer<typeof OwnDataRequest>;

/** `GET /api/v1/own-data`: everything that is kept about the caller as a person, to take along (GDPR, articles 15 and 20). */
export const OwnData = z.object({
  person: Person.extend({ mail: z.string().nullable() }),
  memberships: z.array(Membership),
  accounts: z.array(
    z.object({ issuer: z.string(), subject: z.string(), linkedAt: Instant, usedAt: Instant.nullable() }),
  ),
  passkeys: z.array(PasskeyLine),
  sessions: z.array(SessionLine.omit({ current: true })),
  trail: z.array(TrailEntry),
});
export type OwnData = z.infer<typeof OwnData>;
