import type { OwnSession, PasskeyAsked } from '#contracts/people';
import { api } from '../../../client/api.js';

type Asked = { readonly options: never };

/** What speaks to the devices, fetched once somebody wants to. */
const devices = () => import('@simplewebauthn/browser');

/** Has the browser make a passkey, and keeps it. */
export async function makePasskey(): Promise<OwnSession> {
  const { options } = (await api.post<PasskeyAsked>('/passkeys/making', {})) as Asked;
  const { id, rawId, type, response } = await (await devices()).startRegistration({ optionsJSON: options });
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
  const { id, rawId, type, response } = await (await devices()).startAuthentication({ optionsJSON: options });
  return api.post<OwnSession>('/passkeys/shown', { id, rawId, type, clientExtensionResults: {}, response });
}

/** What browsers call it when nothing came of it: refused or too late, given up, or made before (WebAuthn 3). */
const left: readonly string[] = ['NotAllowedError', 'AbortError', 'InvalidStateError'];

/** True when the person, or their browser, did not go through with it; nothing was sent. */
export function wasLeft(error: unknown): boolean {
  return error instanceof Error && left.includes(error.name);
}
