import { ask, Client, signIn } from '../../support/http.js';
import type { DemoPerson } from '../../../scripts/demo/demonstration.js';

/** What came back of a request. */
export type Reply =
  { readonly status: number; readonly body: unknown; readonly code: string } | { readonly lost: string };

export type Request = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** After `/api/v1`. */
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  /** The same was asked before. */
  readonly again?: boolean;
};

/** Longer than the API itself waits for Temporal, which is 10 seconds. */
const patience = 14_000;

/** A person at the API. Sessions live in PostgreSQL, so one cookie serves at every API. */
export class Caller {
  private cookie: string | undefined;
  private signingIn: Promise<string> | undefined;

  constructor(
    readonly person: DemoPerson,
    private readonly signal: AbortSignal,
  ) {}

  /** Asks one API; never throws, and tries a second time when the session is gone. */
  async ask(apiUrl: string, request: Request): Promise<Reply> {
    const reply = await this.attempt(apiUrl, request);
    if ('status' in reply && reply.status === 401) {
      this.cookie = undefined;
      return this.attempt(apiUrl, request);
    }
    return reply;
  }

  /** A client of one API with this person's session. */
  async clientOf(apiUrl: string): Promise<Client> {
    return new Client(apiUrl, await this.session(apiUrl));
  }

  /** Forgets the session. */
  signOut(): void {
    this.cookie = undefined;
  }

  private async attempt(apiUrl: string, { method, path, body, key, again }: Request): Promise<Reply> {
    try {
      const cookie = await this.session(apiUrl);
      const { status, body: answer } = await ask<unknown>(apiUrl, method, `/api/v1${path}`, {
        ...(body !== undefined && { body }),
        ...(key !== undefined && { key }),
        headers: {
          cookie,
          ...(again === true && { 'idempotency-attempt': '2' }),
          ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        },
        signal: this.limit(),
      });
      return { status, body: answer, code: codeIn(answer) };
    } catch (error) {
      return { lost: reasonOf(error) };
    }
  }

  private async session(apiUrl: string): Promise<string> {
    if (this.cookie !== undefined) {
      return this.cookie;
    }
    this.signingIn ??= signIn(apiUrl, this.person.personId, this.limit())
      .then((client) => (this.cookie = client.cookie))
      .finally(() => (this.signingIn = undefined));
    return this.signingIn;
  }

  private limit(): AbortSignal {
    return AbortSignal.any([this.signal, AbortSignal.timeout(patience)]);
  }
}

function codeIn(answer: unknown): string {
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  return typeof code === 'string' ? code : '';
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
}
