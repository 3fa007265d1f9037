import type { ProblemDetails } from '#contracts/catalogue';
import i18next from 'i18next';
import { presence } from './presence.js';
import { ApiProblem } from './problem.js';
import { standing } from './standing.js';

type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>;

type RequestOptions = {
  readonly body?: unknown;
  readonly query?: Query;
  readonly key?: RequestKey;
  readonly signal?: AbortSignal;
};

/** Idempotency key: the same key twice is one command; an attempt after the first is asked because no answer came. */
export type RequestKey = { readonly key: string; readonly attempt: number };

/** A fresh idempotency key. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** The address of a resource of the API; a list is repeated, what is empty left out. */
export function address(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') {
        search.append(name, String(one));
      }
    }
  }
  const text = search.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** What a failed answer says. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  if (!isProblem) {
    const code = response.status >= 502 && response.status <= 504 ? 'engine-away' : 'unexpected';
    return new ApiProblem(response.status, code, i18next.t(code === 'engine-away' ? 'error.away' : 'error.unexpected'));
  }
  const details = (await response.json()) as ProblemDetails;
  return new ApiProblem(response.status, details.code, details.detail, details.errors);
}

/** Asks the API, and reads its answer; every failure is an `ApiProblem`. */
export async function ask<Answer>(
  url: string,
  request: RequestInit & { readonly headers?: Record<string, string> },
): Promise<Answer> {
  const { turn } = standing;
  let response: Response;
  try {
    response = await fetch(url, {
      ...request,
      headers: {
        accept: 'application/json',
        'accept-language': i18next.language,
        ...(!presence.isThere && { 'relais-unattended': '1' }),
        ...request.headers,
      },
      credentials: 'same-origin',
    });
  } catch (error) {
    // Without an answer in time it is as if there had been no connection.
    const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
    if (request.signal?.aborted === true && !isTimeout) {
      throw error;
    }
    throw new ApiProblem(0, 'offline', i18next.t('error.offline'));
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && turn === standing.turn) {
      standing.end('ended');
    }
    throw problem;
  }
  const answer = (response.status === 204 ? undefined : await response.json()) as Answer;
  if (turn !== standing.turn) {
    throw new ApiProblem(401, 'signed-out', i18next.t('error.unexpected'));
  }
  return answer;
}

function send<Answer>(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json';
  }
  if (options.key !== undefined) {
    headers['idempotency-key'] = options.key.key;
    headers['idempotency-attempt'] = String(options.key.attempt);
  }
  return ask<Answer>(address(path, options.query ?? {}), {
    method,
    headers,
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
  });
}

/** The API of Relais, `/api/v1`; every failure is an `ApiProblem`. Answers are trusted to have the shape of the contracts. */
export const api = {
  get: <Answer>(path: string, query?: Query, signal?: AbortSignal) =>
    send<Answer>('GET', path, { ...(query && { query }), ...(signal && { signal }) }),
  post: <Answer>(path: string, body: unknown, options: Pick<RequestOptions, 'key' | 'signal'> = {}) =>
    send<Answer>('POST', path, { body, ...options }),
  put: <Answer>(path: string, body: unknown, options: Pick<RequestOptions, 'key' | 'signal'> = {}) =>
    send<Answer>('PUT', path, { body, ...options }),
  delete: <Answer>(path: string, options: Pick<RequestOptions, 'signal'> = {}) => send<Answer>('DELETE', path, options),
};
