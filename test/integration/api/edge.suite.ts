import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ProblemDetails } from '#contracts/catalogue';
import { createDataSource } from '#persistence/kernel';
import { mustBeDocumented } from '../../support/documented.js';
import { bodies, type Hostile, mutations, odd, pathOf, type Route, routes, unwritable } from '../../support/hostile.js';
import { type Client, signIn } from '../../support/http.js';
import { formOf } from '../../support/series.js';
import type { System } from '../../support/system.js';

type Sent = {
  readonly place: string;
  readonly path: string;
  readonly body?: string | FormData;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Routes that only administrators reach. */
const administrative = [
  'GET /api/v1/analysis/audit',
  'PUT /api/v1/analysis/settings',
  'GET /api/v1/providers',
  'POST /api/v1/providers/{providerId}/test',
  'GET /api/v1/people',
  'GET /api/v1/people/{personId}/data',
  'PUT /api/v1/people/{personId}',
  'DELETE /api/v1/people/{personId}',
];

const series = 'period,value\n2026-01,1\n';

/** Every request that has the value at one place, the others being as they should. */
function requestsWith(route: Route, hostile: Hostile): Sent[] {
  const [body] = bodies[route.name] ?? [];
  const whole = (): Pick<Sent, 'body'> => {
    switch (route.takes) {
      case 'application/json':
        return { body: JSON.stringify(body) };
      case 'text/csv':
        return { body: 'reference\n1\n' };
      case 'multipart/form-data':
        return { body: formOf(series, body) };
      default:
        return {};
    }
  };
  const { url, json } = hostile;
  const sent: Sent[] = [];
  const at = (place: string, more: Partial<Sent>) => sent.push({ place, path: pathOf(route), ...whole(), ...more });
  for (const { in: where, name } of url === undefined ? [] : route.parameters) {
    switch (where) {
      case 'path':
        at(name, { path: pathOf(route, { [name]: url ?? '' }) });
        break;
      case 'query':
        at(name, { path: `${pathOf(route)}?${name}=${url}` });
        at(`${name} twice`, { path: `${pathOf(route)}?${name}=x&${name}=${url}` });
        break;
      case 'header':
        // A header has no signs of an address, and one that is not ASCII can be sent all the same.
        at(name, { headers: { [name]: `${url?.includes('%') === true ? 'é' : ''}${url}` } });
        break;
      default:
        where satisfies never;
    }
  }
  if (url !== undefined) {
    at('a name of the query', { path: `${pathOf(route)}?${url}=1` });
  }
  for (const one of json === undefined ? [] : (bodies[route.name] ?? [])) {
    for (const { place, text } of mutations(one, json ?? '')) {
      const form = new FormData();
      form.set('series', text);
      form.set('file', new Blob([series]), 'statistics');
      at(place, { body: route.takes === 'application/json' ? text : form });
    }
  }
  return sent;
}

/** Whatever comes in is answered, and never by a fault of ours. */
export function edge(system: () => System): void {
  let coordinator: Client;
  let administrator: Client;
  let before: unknown;

  beforeAll(async () => {
    const { apiUrl } = system().stack;
    coordinator = await signIn(apiUrl, 'sofie-hub');
    administrator = await signIn(apiUrl, 'admin-hub');
    before = await stored();
  });

  /** How many rows each table has of what people and programs leave behind. */
  async function stored(): Promise<unknown> {
    const source = await createDataSource(system().databaseUrl, { connections: 1 }).initialize();
    try {
      const tables = await source.query<{ name: string }[]>(
        `SELECT format('relais.%I', tablename) AS name FROM pg_tables
          WHERE schemaname = 'relais' AND tablename NOT IN ('process', 'clock') ORDER BY 1`,
      );
      const counts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM ${name}`);
      return await source.query(counts.join(' UNION ALL '));
    } finally {
      await source.destroy();
    }
  }

  async function send(
    route: Route,
    { path, body, headers }: Sent,
  ): Promise<{ status: number; problem?: ProblemDetails }> {
    const { apiUrl, cookie } = administrative.includes(route.name) ? administrator : coordinator;
    const response = await fetch(`${apiUrl}${path}`, {
      method: route.method,
      headers: {
        cookie,
        'accept-language': 'fr',
        'idempotency-key': randomUUID(),
        ...(typeof body === 'string' && { 'content-type': route.takes ?? 'text/plain' }),
        ...Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
      },
      ...(body !== undefined && { body }),
    });
    mustBeDocumented(route.method, response.url, response);
    if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) {
      await response.body?.cancel();
      return { status: response.status };
    }
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
    return { status: response.status, ...(isProblem && { problem: JSON.parse(text) as ProblemDetails }) };
  }

  /** What is wrong with the answers to all these requests, each with its place. */
  async function faultsOf(route: Route, sent: readonly Sent[], mustRefuse: boolean): Promise<string[]> {
    const faults: string[] = [];
    const waiting = [...sent];
    const one = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { status, problem } = await send(route, next);
        const fault = faultIn(status, problem, mustRefuse);
        if (fault !== undefined) {
          faults.push(`${next.place}: ${fault}`);
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
    return faults;
  }

  function faultIn(status: number, problem: ProblemDetails | undefined, mustRefuse: boolean): string | undefined {
    if (status >= 500) {
      return `${status} ${problem?.detail}`;
    }
    if (status < 400) {
      return mustRefuse ? `taken, ${status}` : undefined;
    }
    const said = problem && [problem.detail, ...(problem.errors ?? []).map(({ message }) => message)];
    const empty = said?.some((sentence) => sentence.length < 8 || /invalid input|undefined|\bNaN\b/i.test(sentence));
    return said === undefined || empty === true ? `${status} without a sentence: ${JSON.stringify(said)}` : undefined;
  }

  it('knows a body of every route that takes one', () => {
    const taking = routes().filter(({ takes }) => takes === 'application/json');
    expect(taking.filter(({ name }) => bodies[name] === undefined)).toEqual([]);
  });

  describe.each(unwritable)('$name is refused with a sentence and leaves nothing', (hostile) => {
    it.each(routes())('$name', async (route) => {
      // A stream whose place nobody knows begins anew, and says so.
      const sent = requestsWith(route, hostile).filter(({ place }) => place !== 'Last-Event-ID');
      expect(await faultsOf(route, sent, true)).toEqual([]);
    });

    it('nothing was stored', async () => {
      expect(await stored()).toEqual(before);
    });
  });

  // Its key is all it is given, and most keys close an epoch.
  const asking = routes().filter(({ name }) => name !== 'POST /api/v1/monitoring/epochs');
  it.each(asking)('nothing odd breaks $name', async (route) => {
    for (const hostile of odd) {
      const faults = await faultsOf(route, requestsWith(route, hostile), false);
      expect({ [hostile.name]: faults }).toEqual({ [hostile.name]: [] });
    }
  });
}
