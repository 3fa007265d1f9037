import { setTimeout as sleep } from 'node:timers/promises';
import { ProblemDetails } from '#contracts/catalogue';
import type { DemoPerson } from './demonstration.js';

/** A contract that answers are parsed with. */
type Contract<Body> = { parse(value: unknown): Body };

/** What the API said: a body, or why it refused. */
export type Answer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly code: string; readonly problem: ProblemDetails | null };

/** Where the API is, how a wait ends, and who is told of what happens. */
export type Connection = {
  readonly apiUrl: string;
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  /** Shared by all people, so that one outage is told once. */
  readonly outage: { told: boolean };
};

/** The API lets nobody sign in as a persona, or does not know this one: waiting would not help. */
export class SignInRefused extends Error {}

type Sending = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

type Received = { readonly status: number; readonly cookies: readonly string[]; readonly text: string };

/** Answers of a server, or of a balancer before it, that is away or too busy for a moment: the same request may be sent again. */
const forLater = new Set([429, 502, 503, 504]);
const patienceMs = 60_000;
const longestPauseMs = 10_000;

/** The API as one person uses it: signed in by need, patient while the API is away. */
export class RelaisClient {
  private cookie: string | undefined;

  constructor(
    private readonly connection: Connection,
    readonly person: DemoPerson,
  ) {}

  get<Body>(path: string, contract: Contract<Body>): Promise<Answer<Body>> {
    return this.ask({ method: 'GET', path }, contract);
  }

  /** Sends JSON; every retry carries the same idempotency key, so that a command counts once. */
  post<Body>(path: string, body: unknown, contract: Contract<Body>): Promise<Answer<Body>> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    return this.ask({ method: 'POST', path, headers, body: JSON.stringify(body) }, contract);
  }

  put<Body>(path: string, body: unknown, contract: Contract<Body>): Promise<Answer<Body>> {
    const headers = { 'content-type': 'application/json' };
    return this.ask({ method: 'PUT', path, headers, body: JSON.stringify(body) }, contract);
  }

  postCsv<Body>(path: string, csv: string, contract: Contract<Body>): Promise<Answer<Body>> {
    return this.ask({ method: 'POST', path, headers: { 'content-type': 'text/csv' }, body: csv }, contract);
  }

  private async ask<Body>(sending: Sending, contract: Contract<Body>): Promise<Answer<Body>> {
    if (this.cookie === undefined) {
      await this.signIn();
    }
    const received = await this.deliver(sending);
    if (received.status === 401) {
      await this.signIn();
      return answerOf(await this.deliver(sending), contract);
    }
    return answerOf(received, contract);
  }

  /** The session cookie by hand: fetch keeps none, and `__Host-` asks for Secure while this connection may be plain HTTP. */
  private async signIn(): Promise<void> {
    this.cookie = undefined;
    const { status, cookies } = await this.deliver({
      method: 'POST',
      path: '/api/v1/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: this.person.personId }),
    });
    const [cookie] = cookies.flatMap((one) => one.split(';').slice(0, 1)).filter((one) => one.startsWith('__Host-'));
    if (status === 403 || status === 404) {
      throw new SignInRefused(
        `Nobody can sign in as ${this.person.personId} (${status}): is SIGN_IN=development, and is the directory seeded?`,
      );
    }
    if (status >= 300 || cookie === undefined) {
      throw new Error(`${this.person.personId} could not sign in: the API answered ${status}`);
    }
    this.cookie = cookie;
  }

  private async deliver(sending: Sending): Promise<Received> {
    const { signal, report, outage } = this.connection;
    for (let attempt = 0; ; attempt += 1) {
      const received = await this.attempt(sending, attempt + 1);
      const served = received !== undefined && !forLater.has(received.status);
      if (served && outage.told) {
        report('the API answers again');
        outage.told = false;
      }
      if (served) {
        return received;
      }
      if (attempt >= 2 && !outage.told) {
        report(
          `the API ${received === undefined ? 'cannot be reached' : `answers ${received.status}`}: waiting for it`,
        );
        outage.told = true;
      }
      const pause = Math.min(longestPauseMs, 250 * 2 ** attempt) * (0.75 + Math.random() / 2);
      await sleep(pause, undefined, { signal });
    }
  }

  /** Undefined when no whole answer came. */
  private async attempt({ method, path, headers, body }: Sending, attempt: number): Promise<Received | undefined> {
    const { apiUrl, signal } = this.connection;
    try {
      const response = await fetch(new URL(path, apiUrl), {
        method,
        headers: {
          'accept-language': this.person.language,
          'idempotency-attempt': String(attempt),
          ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
      });
      return { status: response.status, cookies: response.headers.getSetCookie(), text: await response.text() };
    } catch (error) {
      if (signal.aborted) {
        throw error;
      }
      return undefined;
    }
  }
}

function answerOf<Body>({ status, text }: Received, contract: Contract<Body>): Answer<Body> {
  if (status < 300) {
    return { ok: true, body: contract.parse(text === '' ? undefined : JSON.parse(text)) };
  }
  const problem = problemIn(text);
  return { ok: false, code: problem?.code ?? String(status), problem };
}

function problemIn(text: string): ProblemDetails | null {
  try {
    return ProblemDetails.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
