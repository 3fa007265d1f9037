import { z } from 'zod';
import { Instant, privacy, Uuid } from '../kernel/ids.js';
import { written } from '../kernel/written.js';

/** A mail address in the one spelling in which it is kept. */
export const MailAddress = z.email().max(254).toLowerCase().meta(privacy('person'));
export type MailAddress = z.infer<typeof MailAddress>;

/** `POST /api/v1/sign-in/codes`: where to send a code, and in which language the letter is written. */
export const CodeRequest = z.object({ mail: MailAddress, language: z.enum(['fr', 'nl', 'en']) });
export type CodeRequest = z.infer<typeof CodeRequest>;

/** What is answered whether or not somebody has that address; `minutes` is how long a code lives. */
export const CodeAttempt = z.object({ attemptId: Uuid, minutes: z.number().int() });
export type CodeAttempt = z.infer<typeof CodeAttempt>;

/** A code as people write it: eight signs, with or without hyphens and spaces. */
export const WrittenCode = written(/^(?:[\s-]*[0-9A-Za-z]){8}[\s-]*$/, {
  fr: 'écrivez les huit caractères du code, par exemple R4K7-9TQZ',
  nl: 'schrijf de acht tekens van de code, bijvoorbeeld R4K7-9TQZ',
  en: 'write the eight characters of the code, for example R4K7-9TQZ',
}).max(40);

/** The secret of a link in a letter, 128 bits. */
export const LinkSecret = written(/^[A-Za-z0-9_-]{22}$/, {
  fr: 'suivez le lien de l’e-mail tel quel, il se termine par 22 caractères',
  nl: 'volg de link uit de e-mail zoals hij is, hij eindigt op 22 tekens',
  en: 'follow the link of the e-mail as it is, it ends with 22 characters',
});
export type LinkSecret = z.infer<typeof LinkSecret>;

/** `POST /api/v1/sign-in/codes/use`: the code that was sent for an attempt, or the secret of the link in the same letter. */
export const CodeUse = z.discriminatedUnion('by', [
  z.object({ by: z.literal('code'), attemptId: Uuid, code: WrittenCode }),
  z.object({ by: z.literal('link'), secret: LinkSecret }),
]);
export type CodeUse = z.infer<typeof CodeUse>;

/** `POST /api/v1/sign-in/links`: whose a link is, asked before it is used. */
export const LinkQuestion = z.object({ secret: LinkSecret });
export type LinkQuestion = z.infer<typeof LinkQuestion>;

/** Whom a link signs in, and until when. */
export const LinkStanding = z.object({ name: z.string(), expiresAt: Instant });
export type LinkStanding = z.infer<typeof LinkStanding>;

/** A mail of development, which was put aside instead of sent; `GET /api/v1/letters` lists the newest first. */
export const Letter = z.object({
  letterId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  writtenAt: Instant,
});
export type Letter = z.infer<typeof Letter>;
