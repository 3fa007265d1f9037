import { z } from 'zod';
import { Instant } from '../kernel/ids.js';

/**
 * `GET /api/v1/mail`: how mails leave this installation. `way` is `server` when one takes them, `kept` when they are put aside and shown
 * in development, `none` when none can leave; a server is told by name and port, never with what it is signed in to with. `code` is what
 * was in the way of the last mail that did not leave, in the words of the server and its library.
 */
export const MailView = z.object({
  way: z.enum(['server', 'kept', 'none']),
  server: z.string().nullable(),
  from: z.string().nullable(),
  sentAt: Instant.nullable(),
  failed: z.object({ at: Instant, code: z.string() }).nullable(),
});
export type MailView = z.infer<typeof MailView>;
