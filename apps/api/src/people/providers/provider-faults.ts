import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/** True when a provider could not be asked, and asking again later can help; any other fault is of what it answered. */
export function meansAway(error: unknown): boolean {
  if (error instanceof ClientError) {
    return error.code === 'OAUTH_TIMEOUT' || statusOf(error) >= 500;
  }
  // What `fetch` throws when there is no answer has a cause, and what is thrown of a wrong argument has a code.
  return error instanceof TypeError && !('code' in error);
}

function statusOf({ cause }: Error): number {
  return cause instanceof Response ? cause.status : 0;
}

/** One word for a log: a code of the library or of the protocol, never what the provider wrote beside it. */
export function wordOf(error: unknown): string {
  const isOfProtocol = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
  const { code, name } = error as { readonly code?: unknown; readonly name?: unknown };
  const [word] = [isOfProtocol ? error.error : undefined, code, name].filter((one) => typeof one === 'string');
  return /^[\w.-]{1,60}$/.test(word ?? '') ? (word ?? '') : 'unknown';
}
