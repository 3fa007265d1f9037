import { z } from 'zod';
import { Instant, PasskeyId } from '../kernel/ids.js';

/** A line of `GET /api/v1/passkeys`: a passkey of the caller's, and with what it was made. */
export const PasskeyLine = z.object({
  passkeyId: PasskeyId,
  device: z.string(),
  createdAt: Instant,
  usedAt: Instant.nullable(),
});
export type PasskeyLine = z.infer<typeof PasskeyLine>;

const encoded = z
  .string()
  .max(4_096)
  .regex(/^[A-Za-z0-9_-]*$/);
const id = z
  .string()
  .min(1)
  .max(1_400)
  .regex(/^[A-Za-z0-9_-]+$/);
const common = {
  id,
  rawId: id,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  clientExtensionResults: z.object({}),
};

/** What a browser answers when a passkey is made (WebAuthn 3, RegistrationResponseJSON), less what nobody reads. */
export const PasskeyMade = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: z
      .string()
      .max(16_384)
      .regex(/^[A-Za-z0-9_-]*$/),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});
export type PasskeyMade = z.infer<typeof PasskeyMade>;

/** What a browser answers when a passkey is used (WebAuthn 3, AuthenticationResponseJSON). */
export const PasskeyUsed = z.object({
  ...common,
  response: z.object({
    clientDataJSON: encoded,
    authenticatorData: encoded,
    signature: encoded,
    userHandle: encoded.optional(),
  }),
});
export type PasskeyUsed = z.infer<typeof PasskeyUsed>;

/** What a browser is asked to do with a passkey (WebAuthn 3, the options in JSON), as the browser takes it. */
export const PasskeyAsked = z.object({ options: z.looseObject({ challenge: z.string() }) });
export type PasskeyAsked = z.infer<typeof PasskeyAsked>;
