import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { createDataSource } from '#persistence/kernel';
import { migrate } from '#persistence/migrations';
import { seed } from '../../support/processes.js';
import { script } from '../../support/scripts.js';
import type { Ground } from '../ground.js';
import { startEngines, type Engines } from './engines.js';
import { makeArenaFolder, removeArenaFolder } from './folder.js';
import { openLinks, type Link, type Links } from './links.js';
import { makePart, type PartPlayer } from './parts.js';
import type { Engine, Part, Player } from './player.js';
import { openSmallDisk, type SmallDisk } from './small-disk.js';

export type { Link } from './links.js';
export type { Engine, Part, Player } from './player.js';

/** An installation of Relais with engines of its own, made to be broken. */
export type Arena = {
  readonly ground: Ground;
  /** Scratch folder that goes with the arena. */
  readonly folder: string;
  readonly parts: Readonly<Record<Part, readonly Player[]>>;
  readonly engines: Readonly<Record<Engine, Player>>;
  /** One proxy per pair of part and engine; copies of a part share it. */
  readonly links: readonly Link[];
  /** Engines whose data lies on a small file system. */
  readonly disks: Partial<Record<Engine, SmallDisk>>;
  /** Makes one more process of a part, not started yet; it lives as long as the arena. */
  another(part: Part): Promise<Player>;
  /** From the next start on the processes of a part are of the build in this folder; without one, of `dist`. */
  install(part: Part, dist: string | undefined): void;
  /** Moves the data of engines, all stopped, from the small file systems to where that of the others lies. */
  leaveDisks(): Promise<void>;
  /** Lifts every fault: mends, resumes, restarts what is dead; waits until all serve. */
  heal(): Promise<void>;
  stop(): Promise<void>;
};

/** How an arena differs from the ordinary one. */
export type ArenaOptions = {
  /** Processes of each part; 1 unless said otherwise. */
  readonly copies?: number;
  /** Folder of the built program, instead of `dist`. */
  readonly program?: Partial<Record<Part, string>>;
  readonly environment?: Partial<Record<Part, Record<string, string>>>;
  /** Engines whose data is to lie on a small file system, where the machine allows it. */
  readonly smallDisks?: readonly Engine[];
};

/** Opens an arena: engines, database, processes, all serving. */
export async function openArena(options: ArenaOptions = {}): Promise<Arena> {
  const folder = await makeArenaFolder();
  const undo: (() => Promise<void>)[] = [() => removeArenaFolder(folder)];
  const stop = async () => {
    for (const step of undo.splice(0).toReversed()) {
      await step();
    }
  };
  try {
    return await build(folder, options, undo, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(
  folder: string,
  options: ArenaOptions,
  undo: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Arena> {
  const disks = await disksIn(folder, options.smallDisks ?? []);
  const ports = await portsOfEngines();
  const links = await openLinks(
    { postgres: `127.0.0.1:${ports.postgres}`, temporal: `127.0.0.1:${ports.temporal}` },
    { worker: ports.kafkaForWorker, projector: ports.kafkaForProjector },
  );
  undo.push(links.stop);
  const engines = await startEngines({
    folder,
    disks,
    ports,
    ways: [
      { name: 'WORKER', port: ports.kafkaForWorker, advertised: links.addressOf('worker', 'kafka') },
      { name: 'PROJECTOR', port: ports.kafkaForProjector, advertised: links.addressOf('projector', 'kafka') },
    ],
  });
  const endAll = (players: readonly Player[], signal: NodeJS.Signals) =>
    Promise.all(players.map((player) => (player.resume(), player.kill(signal))));
  undo.push(async () => void (await endAll(Object.values(engines.players), 'SIGKILL')));
  await migrateAndSeed(engines.databaseUrl);
  const shared = secretsOf(folder);
  const installed: Partial<Record<Part, string | undefined>> = { ...options.program };
  const settingsOf = (part: Part) => ({
    env: { ...shared, ...addressesOf(part, engines, links), ...options.environment?.[part] },
    dist: () => installed[part],
  });
  const parts: Record<Part, PartPlayer[]> = { api: [], worker: [], projector: [] };
  const another = async (part: Part) => {
    const player = await makePart(part, parts[part].length + 1, settingsOf(part));
    parts[part].push(player);
    return player;
  };
  for (let copy = 0; copy < (options.copies ?? 1); copy++) {
    await Promise.all([another('api'), another('worker'), another('projector')]);
  }
  const allParts = () => Object.values(parts).flat();
  undo.push(async () => void (await endAll(allParts(), 'SIGTERM')));
  await Promise.all(allParts().map((player) => player.restart()));
  const heal = async () => {
    links.all.forEach((link) => (link.mend(), link.delay(0)));
    Object.values(disks).forEach((disk) => disk.empty());
    for (const players of [Object.values(engines.players), allParts()]) {
      players.forEach((player) => player.resume());
      await Promise.all(players.filter((player) => player.pid() === undefined).map((player) => player.restart()));
    }
  };
  const leaveDisks = async () => {
    for (const [engine, disk] of Object.entries(disks) as [Engine, SmallDisk][]) {
      await disk.moveTo(path.join(folder, engine));
      delete disks[engine];
    }
  };
  const ground: Ground = {
    apiUrls: parts.api.map((api) => api.url),
    databaseUrl: engines.databaseUrl,
    brokers: [engines.kafkaAddress],
    prefix: shared.TOPIC_PREFIX,
    temporalAddress: engines.temporalAddress,
    namespace: 'default',
    taskQueue: shared.TEMPORAL_TASK_QUEUE,
    payloadKeys: shared.PAYLOAD_KEYS,
    notesKey: shared.NOTES_KEY,
  };
  const install = (part: Part, dist: string | undefined) => void (installed[part] = dist);
  const doings = { another, install, leaveDisks, heal, stop };
  return { ground, folder, parts, engines: engines.players, links: links.all, disks, ...doings };
}

async function disksIn(folder: string, engines: readonly Engine[]): Promise<Partial<Record<Engine, SmallDisk>>> {
  const disks: Partial<Record<Engine, SmallDisk>> = {};
  for (const engine of engines) {
    const disk = await openSmallDisk(path.join(folder, `small-${engine}`));
    Object.assign(disks, disk && { [engine]: disk });
  }
  return disks;
}

async function portsOfEngines() {
  const { freePorts } = await script('tools/ports');
  const found = await freePorts(6);
  const [postgres = 0, kafka = 0, controller = 0, kafkaForWorker = 0, kafkaForProjector = 0, temporal = 0] = found;
  return { postgres, kafka, controller, kafkaForWorker, kafkaForProjector, temporal };
}

async function migrateAndSeed(databaseUrl: string): Promise<void> {
  const source = await createDataSource(databaseUrl, { connections: 2 }).initialize();
  try {
    await migrate(source);
  } finally {
    await source.destroy();
  }
  await seed(databaseUrl);
}

function secretsOf(folder: string) {
  return {
    TOPIC_PREFIX: 'chaos',
    TEMPORAL_TASK_QUEUE: `chaos-${randomUUID()}`,
    PAYLOAD_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    NOTES_KEY: randomBytes(32).toString('base64'),
    DISCLOSURE_KEY: randomBytes(32).toString('base64'),
    SIGN_IN: 'development',
    ARCHIVE_FOLDER: path.join(folder, 'archive'),
  };
}

function addressesOf(part: Part, engines: Engines, links: Links): Record<string, string> {
  const url = new URL(engines.databaseUrl);
  url.host = links.addressOf(part, 'postgres');
  return {
    DATABASE_URL: url.href,
    ...(part !== 'projector' && { TEMPORAL_ADDRESS: links.addressOf(part, 'temporal') }),
    ...(part !== 'api' && { KAFKA_BROKERS: links.addressOf(part, 'kafka') }),
  };
}
