import type { OwnSession, PasskeyAsked } from '#contracts/people';
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { api } from '../../../client/api.js';

type Asked = { readonly options: never };

/** Has the browser make a passkey, and keeps it. */
export async function makePasskey(): Promise<OwnSession> {
  const { options } = (await api.post<PasskeyAsked>('/passkeys/making', {})) as Asked;
  const { id, rawId, type, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  const made = {
    id,
    rawId,
    type,
    clientExtensionResults: {},
    response: { clientDataJSON, attestationObject, transports },
  };
  return api.post<OwnSession>('/passkeys', made);
}

/** Has the browser show one of the person's passkeys. */
export async function showPasskey(): Promise<OwnSession> {
  const { options } = (await api.post<PasskeyAsked>('/passkeys/showing', {})) as Asked;
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON: options });
  return api.post<OwnSession>('/passkeys/shown', { id, rawId, type, clientExtensionResults: {}, response });
}

/** True when the person, or their browser, did not go through with it; nothing was sent. */
export function wasLeft(error: unknown): boolean {
  return error instanceof WebAuthnError || (error instanceof Error && error.name === 'NotAllowedError');
}
