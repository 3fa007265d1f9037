import { PassThrough } from 'node:stream';
import { describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'express';
import type { Role, Session, Viewer } from '#contracts/people';
import type { FeedRepository, FeedRow } from '#persistence/kernel';
import { createLogger, createRegistry, Gauge } from '#runtime';
import { FakeFeed } from '#test/fake-feed';
import { holderOf, sessionsOf } from '#test/holders';
import { LiveClient, messageOf } from './live-client.js';
import { LiveHub } from './live-hub.js';
import type { Positions } from './positions.js';

const viewer = (roles: Viewer['roles'], serviceIds: string[] = []): Viewer => ({
  personId: 'somebody',
  organisationId: 'somewhere',
  roles,
  serviceIds,
});

const rowAt = (position: number, parties: string[] = ['north'], type = 'relais.case.opened.v1'): FeedRow => ({
  position,
  stream: 'cases',
  subject: '00000000-0000-4000-8000-000000000001',
  code: 'CODE-0001',
  sequence: position,
  type,
  parties,
});

/** The part of an answer that a stream uses. */
function answerTo(): { response: Response; text: () => string; stream: PassThrough } {
  const stream = new PassThrough({ highWaterMark: 1 });
  const response = Object.assign(stream, {
    headersSent: false,
    status: () => response,
    setHeader: () => response,
    flushHeaders: () => void Object.assign(response, { headersSent: true }),
  }) as unknown as Response;
  let text = '';
  return {
    response,
    stream,
    text: () => {
      text += String(stream.read() ?? '');
      return text;
    },
  };
}

/** Ids that can be read here. */
const positions: Positions = {
  seal: ({ generation, position }) => `${generation}-${position}`,
  open: (id) => {
    const [generation = '', position] = id.split('-');
    return { generation, position: Number(position) };
  },
};

/** The sessions whose streams were opened here, as they stand. */
const held = new Map<string, Session>();

function holder(session: string, roles: readonly Role[], more: { readonly until?: string } = {}) {
  const one = holderOf(session, roles, more);
  held.set(session, one.signedIn);
  return one;
}

async function hubOn(feed: FakeFeed): Promise<LiveHub> {
  const clients = new Gauge({ name: 'clients', help: 'clients', registers: [createRegistry()] });
  const sources = {
    feed: feed as unknown as FeedRepository,
    sessions: sessionsOf((session) => held.get(session)),
    positions,
    build: 'index-1a2b3c',
  };
  const hub = new LiveHub(sources, { logger: createLogger('test', { write: () => undefined }), clients });
  await settle(hub);
  return hub;
}

async function settle(hub: LiveHub): Promise<void> {
  hub.changed();
  await new Promise((resolve) => setImmediate(resolve));
}

const idsIn = (text: string) => [...text.matchAll(/id: (\S+)\nevent: case/g)].map((match) => match[1]);

describe('who is told of a case', () => {
  it.each([
    [viewer(['coordinator']), true],
    [viewer(['actor'], ['north']), true],
    [viewer(['actor'], ['south']), false],
    [viewer(['member'], ['north']), false],
    [viewer(['analyst']), false],
    [viewer(['administrator']), false],
  ])('%o: %s', (who, told) => {
    expect(messageOf(rowAt(1), who) !== undefined).toBe(told);
  });

  it('nobody, of imported history', () => {
    expect(messageOf(rowAt(1, [], 'relais.case.imported.v1'), viewer(['coordinator']))).toBeUndefined();
  });
});

describe('who is told of a publication', () => {
  it('everybody', () => {
    const type = 'relais.platform.epoch-published.v1';
    const row: FeedRow = { ...rowAt(1, [], type), stream: 'platform', subject: 'monitoring', code: '2026-W48' };
    expect(messageOf(row, viewer([]))).toEqual({ event: 'published', data: { epochId: '2026-W48' } });
  });
});

describe('who is told that something was withdrawn', () => {
  it.each(['pack', 'remark'])('everybody who looks, of a %s', (what) => {
    const type = `relais.platform.${what}-withdrawn.v1`;
    const row: FeedRow = { ...rowAt(1, [], type), stream: 'platform', subject: 'a-random-id', code: '' };
    expect(messageOf(row, viewer(['member']))).toEqual({ event: 'withdrawn', data: {} });
  });
});

describe('who is told of the directory', () => {
  it.each([
    [viewer(['actor'], ['south']), true],
    [viewer(['member']), true],
    [viewer(['administrator']), true],
    [viewer([]), false],
  ])('%o: %s', (who, told) => {
    const type = 'relais.directory.capacity-confirmed.v1';
    const row: FeedRow = { ...rowAt(1, [], type), stream: 'directory', subject: 'mediation-north', code: '' };
    const message = { event: 'directory', data: { serviceId: 'mediation-north' } };
    expect(messageOf(row, who)).toEqual(told ? message : undefined);
  });
});

describe('who is told of what no browser shows', () => {
  it.each(['directory', 'platform'] as const)('nobody, in the stream %s', (stream) => {
    const row: FeedRow = { ...rowAt(1, [], 'relais.platform.made-up.v1'), stream, subject: 'made-up', code: '' };
    expect(messageOf(row, viewer(['coordinator']))).toBeUndefined();
  });
});

describe('the hub', () => {
  it('replays what a client missed and goes on without a gap or a repetition', async () => {
    const feed = new FakeFeed();
    feed.rows = [1, 2, 3, 4].map((position) => rowAt(position));
    const hub = await hubOn(feed);
    // A change arrives while the past is still being read.
    feed.onRead = () => {
      feed.onRead = () => undefined;
      feed.rows.push(rowAt(5));
      hub.changed();
    };
    const { response, text } = answerTo();
    await hub.add(new LiveClient(holder('s', ['coordinator']), response), '7-2');
    await settle(hub);
    hub.stop();
    expect(idsIn(text())).toEqual(['7-3', '7-4', '7-5']);
  });

  it.each([
    ['another generation', '6-4'],
    ['what is not in the feed any more', '7-1'],
    ['the future', '7-99'],
  ])('says resync after %s', async (_, lastEventId) => {
    const feed = new FakeFeed();
    feed.rows = [3, 4].map((position) => rowAt(position));
    const hub = await hubOn(feed);
    const { response, text } = answerTo();
    await hub.add(new LiveClient(holder('s', ['coordinator']), response), lastEventId);
    hub.stop();
    expect(text()).toContain('id: 7-4\nevent: resync');
    expect(idsIn(text())).toEqual([]);
  });

  it('says resync to everybody after a rebuild', async () => {
    const feed = new FakeFeed();
    const hub = await hubOn(feed);
    const { response, text } = answerTo();
    await hub.add(new LiveClient(holder('s', ['member']), response), undefined);
    feed.generation = '8';
    await settle(hub);
    hub.stop();
    expect(text()).toContain('id: 8-0\nevent: resync');
  });

  it('ends the streams of a session that is signed out, and no other', async () => {
    const hub = await hubOn(new FakeFeed());
    const [first, second] = [answerTo(), answerTo()];
    await hub.add(new LiveClient(holder('one', ['member']), first.response), undefined);
    await hub.add(new LiveClient(holder('two', ['member']), second.response), undefined);
    hub.endSession('one');
    expect([first.stream.writableEnded, second.stream.writableEnded]).toEqual([true, false]);
    hub.stop();
    expect(second.stream.writableEnded).toBe(true);
  });

  it('ends, at its next look, the streams of sessions that are over or whose membership ended', async () => {
    const hub = await hubOn(new FakeFeed());
    const [first, second] = [answerTo(), answerTo()];
    await hub.add(new LiveClient(holder('one', ['member']), first.response), undefined);
    await hub.add(new LiveClient(holder('two', ['member']), second.response), undefined);
    await settle(hub);
    held.delete('one');
    jest.useFakeTimers();
    hub.start();
    await jest.advanceTimersByTimeAsync(15_000);
    jest.useRealTimers();
    expect([first.stream.writableEnded, second.stream.writableEnded]).toEqual([true, false]);
    hub.stop();
  });

  it('ends a stream within a second of the end of its membership', async () => {
    const hub = await hubOn(new FakeFeed());
    jest.useFakeTimers();
    const { response, stream } = answerTo();
    const until = new Date(Date.now() + 1_500).toISOString();
    await hub.add(new LiveClient(holder('ends', ['member'], { until }), response), undefined);
    await jest.advanceTimersByTimeAsync(0);
    held.delete('ends');
    hub.start();
    await jest.advanceTimersByTimeAsync(1_000);
    const before = stream.writableEnded;
    await jest.advanceTimersByTimeAsync(1_000);
    jest.useRealTimers();
    expect([before, stream.writableEnded]).toEqual([false, true]);
    hub.stop();
  });

  it('goes on under the rights that a person has now, and says to their browser that they are others', async () => {
    const feed = new FakeFeed();
    const hub = await hubOn(feed);
    const [mine, others] = [answerTo(), answerTo()];
    await hub.add(new LiveClient(holder('mine', ['coordinator']), mine.response), undefined);
    await hub.add(new LiveClient(holder('others', ['coordinator']), others.response), undefined);
    holder('mine', ['member']);
    hub.rightsChanged('of-mine');
    await settle(hub);
    feed.rows.push(rowAt(1));
    await settle(hub);
    hub.stop();
    expect([idsIn(mine.text()), idsIn(others.text())]).toEqual([[], ['7-1']]);
    expect([mine, others].map((one) => one.text().includes('event: session\n'))).toEqual([true, false]);
  });

  it('gives a sign of life every second, with the build that is served and no place to resume from', async () => {
    const hub = await hubOn(new FakeFeed());
    const { response, text } = answerTo();
    await hub.add(new LiveClient(holder('s', ['member']), response), undefined);
    const before = text();
    jest.useFakeTimers();
    hub.start();
    await jest.advanceTimersByTimeAsync(3_000);
    hub.stop();
    jest.useRealTimers();
    const beat = 'event: beat\ndata: {"build":"index-1a2b3c"}\n\n';
    expect(text().slice(before.length)).toBe(beat.repeat(3));
  });

  it('drops a client that does not read', async () => {
    const { response, stream } = answerTo();
    const client = new LiveClient(holder('s', ['coordinator']), response);
    client.catchUp([], (position) => `7-${position}`);
    for (let position = 1; position < 2_000 && !stream.destroyed; position += 1) {
      client.deliver(rowAt(position), (at) => `7-${at}`);
    }
    expect(stream.destroyed).toBe(true);
  });
});
