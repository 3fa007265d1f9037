import { randomUUID } from 'node:crypto';
import type { CaseRequestInput, CommandAnswer, OpenCaseRequest } from '#contracts/case';
import type { ProblemDetails } from '#contracts/catalogue';
import { consent, facts } from './builders.js';
import { mustBeDocumented } from './documented.js';

/** An answer of the API; which of the two bodies it has says its status. */
export type Answer<Body> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly problem: ProblemDetails;
};

type Sending = {
  readonly body?: unknown;
  /** Idempotency key. */
  readonly key?: string;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the asking. */
  readonly signal?: AbortSignal;
};

/** Asks the API without being signed in. */
export async function ask<Body>(
  apiUrl: string,
  method: string,
  path: string,
  { body, key, language, headers, signal }: Sending = {},
): Promise<Answer<Body>> {
  const isText = typeof body === 'string';
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': isText ? 'text/csv' : 'application/json' }),
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(language !== undefined && { 'accept-language': language }),
      ...headers,
    },
    ...(signal !== undefined && { signal }),
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  mustBeDocumented(method, response.url, response);
  const text = await response.text();
  // Lines of JSON are not JSON.
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '') && text !== '';
  const parsed: unknown = isJson ? JSON.parse(text) : undefined;
  const { status } = response;
  return { status, headers: response.headers, body: parsed as Body, problem: parsed as ProblemDetails };
}

/** The API as one person uses it. Paths begin after `/api/v1`; a text as body is sent as CSV. */
export class Client {
  constructor(
    readonly apiUrl: string,
    readonly cookie: string,
  ) {}

  get<Body>(path: string, sending: Sending = {}): Promise<Answer<Body>> {
    return this.ask('GET', path, sending);
  }

  post<Body>(path: string, body: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    return this.ask('POST', path, { ...sending, body });
  }

  put<Body>(path: string, body: unknown, sending: Sending = {}): Promise<Answer<Body>> {
    return this.ask('PUT', path, { ...sending, body });
  }

  delete<Body>(path: string): Promise<Answer<Body>> {
    return this.ask('DELETE', path);
  }

  /** Opens a case with ordinary facts, changed as given. */
  openCase(change: Partial<OpenCaseRequest> = {}, key: string = randomUUID()): Promise<Answer<CommandAnswer>> {
    return this.post('/cases', { facts: facts(), consent: consent(), ...change }, { key });
  }

  /** Gives a command to a case. */
  command(caseId: string, command: CaseRequestInput, key: string = randomUUID()): Promise<Answer<CommandAnswer>> {
    return this.post(`/cases/${caseId}/commands`, command, { key });
  }

  private ask<Body>(method: string, path: string, sending: Sending = {}): Promise<Answer<Body>> {
    const headers = { cookie: this.cookie, ...sending.headers };
    return ask(this.apiUrl, method, `/api/v1${path}`, { ...sending, headers });
  }
}

/** Signs in as a persona of the demonstration, under one of their memberships if it is given. */
export async function signIn(
  apiUrl: string,
  personId: string,
  signal?: AbortSignal,
  membershipId?: string,
): Promise<Client> {
  const { status, headers } = await ask(apiUrl, 'POST', '/api/v1/session', {
    body: { personId, ...(membershipId !== undefined && { membershipId }) },
    ...(signal !== undefined && { signal }),
  });
  const [cookie = ''] = (headers.get('set-cookie') ?? '').split(';');
  if (status !== 200 || cookie === '') {
    throw new Error(`${personId} could not sign in: ${status}`);
  }
  return new Client(apiUrl, cookie);
}
