import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { CubeName, PublishedEpoch, type CubeAnswer, type Pack, type PackRequest } from '#contracts/monitoring';
import { cubeNames } from '#contracts/monitoring/codes';
import { caseWorkflowId } from '#workflows';
import type { PublishedService } from '../../apps/api/src/monitoring/published.service.js';
import { PackWriter } from '../../apps/api/src/monitoring/packs/pack-writer.js';
import { narrowCells } from '../disclosure/attack.js';
import { knowledgeOf } from '../disclosure/knowledge.js';
import { agrees } from '../disclosure/model.js';
import { attackedWorld, placeOf, rare, type AttackedWorld, type Planted } from '../support/attacked-world.js';
import { openStream, type EventStream } from '../support/event-stream.js';
import { ask, signIn, type Client } from '../support/http.js';
import { collectPublished, type PublishedAnswer, type PublishedAnswers } from '../support/published-answers.js';
import { csvOf, questionOf, sumsOf } from '../support/published-sums.js';
import { bytesIn } from '../support/stored-bytes.js';

// Analysts are no strangers: they read coded events of all cases.
const strangerIds = ['mark-febelfin', 'paul-itaa', 'admin-hub'];

let world: AttackedWorld;
let strangers: Client[];
let streams: { strangers: EventStream[]; party: EventStream; coordinator: EventStream };
let planted: Planted;
/** What can be read before there is any case, and in the end. */
let [empty, full]: PublishedAnswers[] = [];
/** What strangers read around the opening of the case like no other. */
let [without, within]: string[][][] = [];
let epochs: PublishedEpoch[];
let packs: Pack[];
/** Of what counts are multiples, as every answer tells. */
let base: number;

const collect = async () => collectPublished(world.stack.apiUrl, strangers[0]?.cookie ?? '');
const given = <Value>(value: Value | undefined): Value => {
  if (value === undefined) {
    throw new Error('the beginning of this test did not come so far');
  }
  return value;
};

beforeAll(async () => {
  world = await attackedWorld(1);
  strangers = await Promise.all(strangerIds.map((id) => signIn(world.stack.apiUrl, id)));
  const open = (client: Client) => openStream(client);
  streams = {
    strangers: await Promise.all(strangers.map(open)),
    party: await open(world.mediator),
    coordinator: await open(world.coordinator),
  };
  empty = await collect();
  await world.importHistory();
  await world.openCases(3);
  await world.close();
  without = await Promise.all(strangers.map(readAll));
  planted = await world.plant();
  within = await Promise.all(strangers.map(readAll));
  await world.close();
  await world.openCases(12);
  await world.close();
  packs = await makePacks();
  full = await collect();
  epochs = epochsIn(full.answers);
  ({ base } = (await given(strangers[0]).get<CubeAnswer>('/monitoring/published/cubes/opened')).body.standing);
});
afterAll(async () => {
  [...(streams?.strangers ?? []), streams?.party, streams?.coordinator].forEach((one) => one?.close());
  await world?.stop();
});

/** All epochs, oldest first. */
function epochsIn(answers: readonly PublishedAnswer[]): PublishedEpoch[] {
  const read = answers.filter(({ path, status }) => status === 200 && /monitoring\/published\/epochs\/\d/.test(path));
  return read.map(({ body }) => PublishedEpoch.parse(JSON.parse(body))).sort((a, b) => a.number - b.number);
}

/** Every route that can be read without naming anything. */
async function readAll(client: Client): Promise<string[]> {
  const { body } = await ask<{ paths: Record<string, object> }>(client.apiUrl, 'GET', '/docs/api/openapi.json');
  const routes = Object.entries(body.paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []));
  // What operators watch, the access log, which tells administrators who acted in which case, the stream, which does not end, and what
  // is about the one who asks, which asking changes.
  const others = /\{|stream|operations|\/sessions|\/own-data|v1\/audit/;
  const named = routes.filter((path) => path.startsWith('/api/v1/') && !others.test(path));
  return Promise.all(
    named.map(async (path) => {
      const response = await fetch(client.apiUrl + path, { headers: { cookie: client.cookie } });
      const text = await response.text();
      // When it was asked, which is the same for every caller.
      return `${path} ${response.status} ${path.endsWith('/exact/backlog') ? text.replace(/"asOf":"[^"]+"/, '') : text}`;
    }),
  );
}

async function makePacks(): Promise<Pack[]> {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const made: Pack[] = [];
  for (const language of ['fr', 'nl', 'en', 'both'] as const) {
    const request: PackRequest = { since: day(40), until: day(0), language };
    made.push((await world.coordinator.post<Pack>('/packs', request)).body);
  }
  return made;
}

describe('everything that is published', () => {
  // All cubes of every epoch, also those in which nothing happened: that is known as well.
  const publications = () =>
    epochs.flatMap(({ epochId, cubes }) =>
      cubeNames.map((cube) => ({ cube, epochId, cells: cubes.find((one) => one.cube === cube)?.cells ?? [] })),
    );

  it('comes from weeks of many cases, of few, of one and of none', () => {
    const openings = ({ epochId }: PublishedEpoch) =>
      [...world.truth].reduce((sum, [place, count]) => sum + (place.startsWith(`${epochId}/opened/`) ? count : 0), 0);
    expect(epochs.map(openings)).toEqual([30, 2, 1, 3, 0, 3, 1, 12]);
  });

  it('is what the attack supposes it to be', () => {
    const counts = publications().flatMap(({ cells }) => cells.map(({ count }) => count));
    expect(counts.filter((count) => count === 0 || count % base !== 0)).toEqual([]);
    const { model, targets } = knowledgeOf(publications(), 'additions', base);
    const placed = new Set(targets.map(placeOf));
    expect([...world.truth.keys()].filter((place) => !placed.has(place))).toEqual([]);
    expect(
      agrees(
        model,
        targets.map((target) => world.truth.get(placeOf(target)) ?? 0),
      ),
    ).toBe(true);
  });

  it('pins down no count of one to four', async () => {
    const isSmall = (count = 0) => count >= 1 && count <= 4;
    expect([...world.truth.values()].filter(isSmall).length).toBeGreaterThan(300);
    const narrow = await narrowCells(publications(), { base });
    expect(narrow.filter((cell) => isSmall(world.truth.get(placeOf(cell))))).toEqual([]);
  });

  it('is sums of published cells, whoever asks whatever, and refusals that were the same before the first case', () => {
    const refused = new Map(given(empty).answers.map(({ path, status, body }) => [path, `${status} ${body}`]));
    const unexpected = given(full).answers.filter(({ path, status, body }) =>
      status === 200 ? !isExpected(path, body) : refused.get(path) !== `${status} ${body}`,
    );
    expect(unexpected.map(({ path, status, body }) => `${path} ${status} ${body.slice(0, 200)}`)).toEqual([]);
  });

  function isExpected(path: string, body: string): boolean {
    const { pathname, searchParams } = new URL(path, world.stack.apiUrl);
    const [, name = '', csv] = /\/cubes\/([a-z-]+)(\.csv)?$/.exec(pathname) ?? [];
    if (name !== '') {
      const sums = sumsOf(epochs, CubeName.parse(name), questionOf(searchParams));
      return body === (csv === undefined ? JSON.stringify(sums) : csvOf(sums, questionOf(searchParams)));
    }
    const [, epochId] = /\/epochs\/([^/]+)$/.exec(pathname) ?? [];
    if (epochId !== undefined) {
      return body === JSON.stringify(epochs.find((one) => one.epochId === epochId));
    }
    if (pathname.endsWith('/epochs')) {
      const limit = Number(searchParams.get('limit') ?? 50);
      const views = epochs.toReversed().map(({ cubes: _cubes, ...view }) => view);
      const next = views.length > limit ? views[limit - 1]?.number : null;
      return body === JSON.stringify({ epochs: views.slice(0, limit), next });
    }
    return (
      pathname.endsWith('/stream') &&
      /^retry: 2000\n(id: \S+\n\n|id: \S+\n\nid: \S+\nevent: resync\n.*\n\n)$/.test(body)
    );
  }

  it('makes packs that could be written from published cells alone', async () => {
    const source: Pick<PublishedService, 'answer' | 'newest'> = {
      answer: async (cube, question) => sumsOf(epochs, cube, question),
      newest: async () => epochs.at(-1),
    };
    const writer = new PackWriter(source as PublishedService);
    const reader = given(strangers[0]);
    expect((await reader.get<Pack[]>('/packs')).body).toHaveLength(packs.length);
    for (const { packId, since, until, language } of packs) {
      const response = await fetch(`${reader.apiUrl}/api/v1/packs/${packId}/page`, {
        headers: { cookie: reader.cookie },
      });
      expect(await response.text()).toBe((await writer.write({ since, until, language }, { figures: [] }))?.page);
    }
  });
});

describe('a case like no other', () => {
  const secretsIn = (text: string) => planted.secrets.filter((secret) => text.includes(secret));

  it('is there for those whom it concerns', async () => {
    const view = await world.mediator.get(`/cases/${planted.caseId}`);
    expect(secretsIn(JSON.stringify(view.body))).toEqual(planted.secrets);
    expect(planted.secrets).toHaveLength(6);
  });

  it('moves nothing that others can read, and is not found by them', async () => {
    expect(given(within)).toEqual(given(without));
    expect(given(within).flat().length).toBeGreaterThan(30);
    const about = [`/cases/${planted.caseId}`, `/cases/${planted.caseId}/timeline?before=9`];
    const nowhere = '/cases/00000000-0000-4000-8000-000000000001';
    for (const stranger of strangers) {
      const refusals = await Promise.all([...about, nowhere].map((path) => stranger.get(path)));
      const [one, other, none] = refusals.map(({ status, problem }) => [status, problem.code]);
      expect([one, other]).toEqual([none, none]);
      expect([403, 404]).toContain(none?.[0]);
    }
  });

  it('is in no published answer', () => {
    expect(secretsIn(JSON.stringify(full))).toEqual([]);
  });

  it('is in no log of a process and in no measure', async () => {
    const { api, worker, projector } = world.stack;
    for (const one of [api, worker, projector]) {
      const measures = await (await fetch(`${one.url}/metrics`)).text();
      expect(measures).toContain('relais_process_info');
      expect(one.logs()).not.toBe('');
      expect([one.url, secretsIn(measures), secretsIn(one.logs())]).toEqual([one.url, [], []]);
    }
  });

  it('is told to parties and coordinators, and to nobody else', async () => {
    const isOfCase = (message: EventStream['received'][number]) =>
      message.event === 'case' && message.data.caseId === planted.caseId;
    for (const stream of [streams.party, streams.coordinator]) {
      await stream.next(isOfCase, 'the case is told');
      expect(secretsIn(stream.text())).toEqual([planted.caseId, planted.code]);
    }
    for (const stream of streams.strangers) {
      await stream.next(() => stream.received.filter(({ event }) => event === 'published').length === 3, 'all is told');
      expect(stream.received.filter(({ event }) => event !== 'published')).toEqual([]);
      expect(secretsIn(stream.text())).toEqual([]);
    }
  });

  it('is known to Temporal by its id, and by a status and a service', async () => {
    const connection = await Connection.connect({ address: process.env['TEST_TEMPORAL_ADDRESS'] ?? '' });
    const handle = new TemporalClient({ connection }).workflow.getHandle(caseWorkflowId(planted.caseId));
    // Not `describe` of the handle, which would decode what is encrypted.
    const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: { workflowId: handle.workflowId },
    });
    const { searchAttributes, memo } = workflowExecutionInfo ?? {};
    const attributes = Object.keys(searchAttributes?.indexedFields ?? {});
    expect(attributes.filter((name) => !/^(RelaisStatus|RelaisLead|BuildIds)$/.test(name))).toEqual([]);
    expect(attributes).toContain('RelaisLead');
    const history = await handle.fetchHistory();
    await connection.close();
    const stored = bytesIn([searchAttributes, memo, history]);
    expect(stored.length).toBeGreaterThan(1_000);
    const facts = [rare.municipality, rare.legalForm, 'partner-conflict'];
    expect([...planted.secrets, ...facts].filter((one) => stored.includes(one))).toEqual([]);
  });
});
