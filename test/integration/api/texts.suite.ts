import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AuditEntry, Saved } from '#contracts/analysis';
import { freeTexts, guardOf, type Refusing, type Safeguard } from '#domain/anonymity';
import { createDataSource, Database } from '#persistence/kernel';
import { savedQuery } from '../../support/analysis-requests.js';
import { bodies } from '../../support/hostile.js';
import { ask, type Client, signIn } from '../../support/http.js';
import { tablesWith } from '../../support/kept-texts.js';
import { formOf, postForm } from '../../support/series.js';
import { emptied, type System } from '../../support/system.js';
import { wordless } from '../../support/wordless.js';

/** What is made of events alone, in which `free-texts.spec.ts` finds no words. */
const ofEvents = ['archive', 'projection'];

type Value = Readonly<Record<string, unknown>> | readonly unknown[];

/** The body with a text at a place of the table; undefined when it has no such place. */
function withText(body: unknown, [step, ...rest]: readonly string[], text: string): unknown {
  if (step === undefined) {
    return text;
  }
  if (typeof body !== 'object' || body === null) {
    return undefined;
  }
  const one = body as Value;
  if (step === '{}') {
    return { ...one, [text]: Object.values(one)[0] };
  }
  const name = step === '*' || step === '[]' ? Object.keys(one)[0] : step;
  if (name === undefined || !(name in one)) {
    return undefined;
  }
  const within = withText((one as Readonly<Record<string, unknown>>)[name], rest, text);
  return within === undefined
    ? undefined
    : Array.isArray(one)
      ? one.with(Number(name), within)
      : { ...one, [name]: within };
}

const inQuestion: Readonly<Record<Refusing, (place: string) => string>> = {
  refused: () => 'Jan Peeters',
  'refused-sql': () => `SELECT 'Jan Peeters'`,
  'refused-id': (place) =>
    place.endsWith('{}') ? 'jan_peeters' : place.endsWith('[]') ? '$.jan-peeters' : 'jan-peeters',
  'refused-but-address': (place) =>
    place.endsWith('Url') ? 'https://statistics.example/Jan-Peeters' : 'Jan Peeters, https://statistics.example',
};

const query = {
  ...savedQuery('une', false),
  content: {
    kind: 'query',
    sql: 'SELECT 1',
    parameters: { a: 'x' },
    chart: { form: 'bars', x: 'a', y: 'b', series: 'c' },
  },
};
const view = {
  name: 'vue',
  shared: true,
  content: { kind: 'view', search: { where: ['x'], case: 'R4K7' }, columns: ['type'] },
};
const listed = { name: 'vue', shared: true, content: { kind: 'view', search: { case: 'R4K7' }, columns: ['type'] } };

/** Bodies of a route, the first that has the place is taken. */
const bodiesOf = (route: string): readonly unknown[] =>
  route.includes('/analysis/saved') ? [query, view, listed] : (bodies[route] ?? []);

const placesOf = (wanted: Safeguard) =>
  Object.values(freeTexts).flatMap(({ in: places, guard }) =>
    guard === wanted ? Object.entries(places).flatMap(([route, all]) => all.map((place) => ({ route, place }))) : [],
  );

const refusing = Object.values(freeTexts).flatMap(({ in: places, guard }) =>
  guard in guardOf
    ? Object.entries(places).flatMap(([route, all]) =>
        all
          .filter((place) => place !== '')
          .map((place) => ({ route, place, text: inQuestion[guard as Refusing](place) })),
      )
    : [],
);

/** Words that people write: each is guarded as the table says, and nothing else keeps any. */
export function texts(system: () => System): void {
  let database: Database;
  let sofie: Client;
  let brigitte: Client;
  let administrator: Client;

  beforeAll(async () => {
    await emptied(system());
    database = new Database(createDataSource(system().databaseUrl, { connections: 1 }));
    sofie = await signIn(system().stack.apiUrl, 'sofie-hub');
    // Acts for the service that the bodies name: rights come before what is read.
    brigitte = await signIn(system().stack.apiUrl, 'brigitte-bemediation');
    administrator = await signIn(system().stack.apiUrl, 'admin-hub');
  });
  afterAll(async () => {
    await database?.stop();
  });

  it('have a line in the table wherever they are kept', async () => {
    const columns = await database.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS name
         FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
          AND table_schema <> ALL ($1::text[]) AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'xml')`,
      [ofEvents],
    );
    const kept = Object.values(freeTexts).flatMap((one) => one.kept?.at ?? []);
    const others = Object.entries(wordless).flatMap(([table, names]) =>
      names.split(' ').map((one) => `${table}.${one}`),
    );
    expect(others.filter((one) => kept.includes(one))).toEqual([]);
    expect(columns.map(({ name }) => name).sort()).toEqual([...new Set([...kept, ...others])].sort());
  });

  describe('are refused with their place, and kept nowhere:', () => {
    it.each(refusing)('$place of $route', async ({ route, place, text }) => {
      const steps = place.replaceAll('[]', '.[]').split('.');
      const isForm = route === 'POST /api/v1/outside/series';
      const isQuery = place.startsWith('query:');
      const body = bodiesOf(route)
        // A referral that is not there is refused before its words are read.
        .filter((one) => typeof one !== 'object' || one === null || !('referralId' in one))
        .map((one) => (isQuery ? { series: one } : withText(isForm ? { series: one } : one, steps, text)))
        .find((one) => one !== undefined);
      expect(body).toBeDefined();
      const asked = isQuery ? `?${steps[0]?.slice('query:'.length)}=${encodeURIComponent(`name:${text}`)}` : '';
      const [method = '', path = ''] = route.split(' ');
      const parts = {
        caseId: async () => (await brigitte.openCase()).body.caseId,
        savedId: async () => (await sofie.post<Saved>('/analysis/saved', query)).body.savedId,
      };
      const filled = path.includes('{caseId}')
        ? path.replace('{caseId}', await parts.caseId())
        : path.includes('{savedId}')
          ? path.replace('{savedId}', await parts.savedId())
          : path;
      const client = path.includes('/cases') ? brigitte : sofie;
      const { status, problem } = isForm
        ? await postForm(
            sofie,
            `/outside/series${asked}`,
            formOf('period,value\n2026-01,1\n', (body as { series: unknown }).series),
          )
        : await ask(client.apiUrl, method, filled, { body, headers: { cookie: client.cookie }, key: randomUUID() });
      expect([status, problem.code]).toEqual([422, 'identifier-found']);
      const [objection] = problem.errors ?? [];
      // One value of a query and a list of them are read as a list.
      const told = isQuery ? 1 : 2;
      expect(objection?.path.split('.').slice(0, told)).toEqual(
        steps
          .slice(0, told)
          .map((step, at) => (step === '[]' || step === '*' || step === '{}' ? objection?.path.split('.')[at] : step)),
      );
      expect(await tablesWith(database, 'peeters')).toEqual([]);
    });
  });

  describe('that must be known here', () => {
    it.each(placesOf('ours').filter(({ place }) => !place.startsWith('query:') && place !== 'file'))(
      'are refused when they are not, and kept nowhere: $place of $route',
      async ({ route, place }) => {
        const body = bodiesOf(route)
          .map((one) => withText(one, place.replaceAll('[]', '.[]').split('.'), 'jan-peeters'))
          .find((one) => one !== undefined);
        const [method = '', path = ''] = route.split(' ');
        const caseId = path.includes('{caseId}') ? (await brigitte.openCase()).body.caseId : '';
        const filled = path.replace('{caseId}', caseId).replaceAll(/\{\w+\}/g, 'jan-peeters');
        const client = path.includes('/cases') ? brigitte : sofie;
        const { status } = await ask(client.apiUrl, method, filled, {
          body: place.startsWith('path:') ? bodies[route]?.[0] : body,
          headers: { cookie: client.cookie },
          key: randomUUID(),
        });
        expect(Math.floor(status / 100)).toBe(4);
        expect(await tablesWith(database, 'peeters')).toEqual([]);
      },
    );

    it('are refused in a file of a series too', async () => {
      const file = formOf(
        'period,value,municipality\n2026-01,1,Jan Peeters\n',
        bodies['POST /api/v1/outside/series']?.[0],
      );
      expect((await postForm(sofie, '/outside/series', file)).problem.code).toBe('series-refused');
      expect(await tablesWith(database, 'peeters')).toEqual([]);
    });
  });

  it('that are only looked for are written down nowhere', async () => {
    const name = encodeURIComponent('Jan Peeters');
    const looked = placesOf('passing').filter(
      ({ route, place }) => route.startsWith('GET') && !place.startsWith('header:'),
    );
    expect(looked.length).toBeGreaterThan(20);
    for (const { route, place } of looked) {
      const [, path = ''] = route.split(' ');
      const [kind, parameter = ''] = place.replace('[]', '').split(':');
      const filled = path.replace('{cube}', 'opened').replaceAll(/\{\w+\}/g, name);
      const address = kind === 'query' ? `${filled}?${parameter}=${name}` : filled;
      const client = path.includes('/audit') ? administrator : sofie;
      const { status } = await ask(client.apiUrl, 'GET', address, { headers: { cookie: client.cookie } });
      expect([route, place, status < 500]).toEqual([route, place, true]);
    }
    expect(await tablesWith(database, 'peeters')).toEqual([]);
  });

  describe('that are only asked with', () => {
    it('are covered in the line that is written down of them', async () => {
      const run = { sql: `SELECT 'Jan Peeters' AS who -- 0475 12 34 56`, parameters: {}, queryId: 'Jan Peeters' };
      const parameter = { sql: 'SELECT $who AS who', parameters: { who: 'Jan\tPeeters' } };
      for (const one of [run, parameter]) {
        expect((await sofie.post('/analysis/runs', one)).status).toBe(200);
      }
      await sofie.post('/analysis/exports', { of: 'query', format: 'csv', run });
      const name = encodeURIComponent('Jan Peeters');
      const filter = { case: 'Jan Peeters', where: ['$.outcome = Jan Peeters'] };
      await sofie.post('/analysis/exports', { of: 'events', format: 'csv', filter });
      await sofie.get(`/analysis/events?case=${name}&where=${encodeURIComponent('$.outcome = Jan Peeters')}`);
      await sofie.get(`/analysis/events/count?case=${name}`);
      await sofie.get(`/analysis/events/cases/${name}/1`);
      const tail = new AbortController();
      await fetch(`${sofie.apiUrl}/api/v1/analysis/events/tail?case=${name}`, {
        headers: { cookie: sofie.cookie },
        signal: tail.signal,
      });
      tail.abort();
      expect(await tablesWith(database, 'peeters')).toEqual([]);
      expect(await tablesWith(database, '0475 12')).toEqual([]);
      const { body: entries } = await administrator.get<AuditEntry[]>('/analysis/audit?limit=200');
      const subjects = entries.filter(({ personId }) => personId === 'sofie-hub').map(({ subject }) => subject);
      expect(subjects).toContain(`SELECT '[person-name]' AS who -- [phone]`);
      expect(subjects).toContain('cases/[person-name]/1');
    });
  });
}
