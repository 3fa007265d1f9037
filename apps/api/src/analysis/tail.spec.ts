import { describe, expect, it } from '@jest/globals';
import type { Response } from 'express';
import type { AnalysisEvent, EventFilter } from '#contracts/analysis';
import { createLogger, createRegistry, Gauge } from '#runtime';
import { holderOf, sessionsOf } from '#test/holders';
import { mostPerTick, mostSilentTicks, mostWaiting, TailClient } from './tail-client.js';
import { TailHub } from './tail-hub.js';

const eventAt = (position: number): AnalysisEvent =>
  ({ position, stream: 'cases', type: 'relais.case.opened.v1', data: {} }) as unknown as AnalysisEvent;

/** The part of an answer that a tail uses, read only when it says so. */
function answer() {
  const written: string[] = [];
  const response = {
    writableLength: 0,
    writableEnded: false,
    destroyed: false,
    status: () => response,
    setHeader: () => response,
    flushHeaders: () => undefined,
    write: (text: string) => written.push(text),
    end: () => void (response.writableEnded = true),
    destroy: () => void (response.destroyed = true),
  };
  return { response, written, client: (filter: EventFilter = {}) => clientOn(response, filter) };
}

const clientOn = (response: unknown, filter: EventFilter) =>
  new TailClient(holderOf('session', ['analyst']), filter, response as Response);
const idsIn = (written: readonly string[]) =>
  [...written.join('').matchAll(/id: (\d+)\nevent: event/g)].map(([, id]) => Number(id));
const skippedIn = (written: readonly string[]) =>
  [...written.join('').matchAll(/id: (\d+)\nevent: skipped\ndata: {"skipped":(\d+)}/g)].map(([, ...of]) =>
    of.map(Number),
  );
const range = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, index) => from + index);
const none = { skipped: 0, events: [] };

describe('a tail', () => {
  it('sends what a person can follow, and tells at the next tick how many it left out', () => {
    const { client, written } = answer();
    const tail = client();
    tail.begin(0, none);
    range(1, mostPerTick + 50).forEach((position) => tail.deliver(eventAt(position)));
    expect([idsIn(written), skippedIn(written)]).toEqual([range(1, mostPerTick), []]);
    tail.tick();
    tail.deliver(eventAt(mostPerTick + 51));
    expect(skippedIn(written)).toEqual([[mostPerTick + 50, 50]]);
    expect([idsIn(written).at(-1), tail.sent]).toEqual([mostPerTick + 51, mostPerTick + 1]);
  });

  it('sends nothing to a client that does not read, and drops one that never does', () => {
    const { client, response, written } = answer();
    const tail = client();
    tail.begin(0, none);
    response.writableLength = mostWaiting + 1;
    const before = written.length;
    tail.deliver(eventAt(1));
    tail.tick();
    tail.beat();
    expect(written).toHaveLength(before);
    response.writableLength = 0;
    // Nothing overtakes what has yet to be told.
    tail.deliver(eventAt(2));
    tail.tick();
    expect([idsIn(written), skippedIn(written)]).toEqual([[], [[2, 2]]]);
    response.writableLength = mostWaiting + 1;
    range(1, mostSilentTicks).forEach(() => tail.tick());
    expect(response.destroyed).toBe(false);
    tail.tick();
    expect(response.destroyed).toBe(true);
  });

  it('moves its id past what is not for it, but not past what it has yet to tell', () => {
    const { client, written } = answer();
    const tail = client({ type: ['relais.case.closed.v1'] });
    tail.begin(3, none);
    tail.deliver(eventAt(9));
    tail.beat();
    expect(written.at(-1)).toBe('id: 9\n\n');
  });
});

/** An archive that grows while it is read. */
class FakeArchive {
  newest = 0;
  onMissed: () => void = () => undefined;

  findNewest = async () => this.newest;

  readAfter = async (position: number, limit: number) =>
    range(position + 1, Math.min(this.newest, position + limit)).map(eventAt);

  readMissed = async (_: EventFilter, { after, upTo }: { after: number; upTo: number }, limit: number) => {
    this.onMissed();
    const all = range(after + 1, upTo).map(eventAt);
    return { events: all.slice(-limit), skipped: Math.max(0, all.length - limit) };
  };
}

function hubOn(events: FakeArchive): TailHub {
  const clients = new Gauge({ name: 'clients', help: 'clients', registers: [createRegistry()] });
  const sessions = sessionsOf(() => holderOf('session', ['analyst']).signedIn);
  return new TailHub({ events, sessions }, { logger: createLogger('test', { write: () => undefined }), clients });
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('the hub of tails', () => {
  it('tells each event once and in order, whatever comes in while one joins', async () => {
    const archive = new FakeArchive();
    archive.newest = 20;
    const hub = hubOn(archive);
    const [first, second] = [answer(), answer()];
    await hub.add(first.client(), undefined);
    archive.onMissed = () => {
      archive.onMissed = () => undefined;
      archive.newest = 30;
      hub.changed();
    };
    await hub.add(second.client(), 10);
    await settle();
    archive.newest = 31;
    hub.changed();
    await settle();
    expect([idsIn(first.written), idsIn(second.written)]).toEqual([range(21, 31), range(11, 31)]);
  });

  it('hears of nothing without clients, and misses nothing for those that join at the same time', async () => {
    const archive = new FakeArchive();
    const hub = hubOn(archive);
    archive.newest = 5;
    hub.changed();
    const tails = [answer(), answer(), answer()];
    const joining = tails.map((tail) => hub.add(tail.client(), 2));
    archive.newest = 8;
    await Promise.all(joining);
    await settle();
    tails.forEach((tail) => expect(idsIn(tail.written)).toEqual(range(3, 8)));
  });

  it('takes nothing from the first when another looked for the end at the same time', async () => {
    const archive = new FakeArchive();
    const hub = hubOn(archive);
    const [first, second] = [answer(), answer()];
    let look: () => void = () => undefined;
    const looking = new Promise<void>((resolve) => (look = resolve));
    const joining = [hub.add(first.client(), undefined)];
    archive.findNewest = async () => {
      await looking;
      return archive.newest;
    };
    joining.push(hub.add(second.client(), undefined));
    await joining[0];
    archive.newest = 3;
    look();
    await joining[1];
    await settle();
    expect(idsIn(first.written)).toEqual([1, 2, 3]);
  });

  it('waits for what another process has told already', async () => {
    const archive = new FakeArchive();
    archive.newest = 5;
    const hub = hubOn(archive);
    const [first, second] = [answer(), answer()];
    await hub.add(first.client(), undefined);
    archive.newest = 9;
    await hub.add(second.client(), 8);
    await settle();
    expect([idsIn(first.written), idsIn(second.written)]).toEqual([range(6, 9), [9]]);
  });

  it('begins anew when the archive was rebuilt', async () => {
    const archive = new FakeArchive();
    archive.newest = 50;
    const hub = hubOn(archive);
    const tail = answer();
    await hub.add(tail.client(), undefined);
    archive.newest = 3;
    hub.changed();
    await settle();
    archive.newest = 5;
    hub.changed();
    await settle();
    expect(idsIn(tail.written)).toEqual([4, 5]);
  });

  it('keeps nothing of a client that went away while it joined', async () => {
    const archive = new FakeArchive();
    archive.newest = 3;
    const hub = hubOn(archive);
    const tail = answer();
    tail.response.destroyed = true;
    await hub.add(tail.client(), 0);
    expect(tail.written).toEqual([]);
  });
});
