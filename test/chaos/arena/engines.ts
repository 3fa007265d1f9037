import path from 'node:path';
import { script, type KafkaWay } from '../../support/scripts.js';
import { enginePlayer, type Engine, type Player } from './player.js';
import type { SmallDisk } from './small-disk.js';

/** The engines of an arena, all serving. */
export type Engines = {
  readonly players: Readonly<Record<Engine, Player>>;
  readonly databaseUrl: string;
  readonly kafkaAddress: string;
  readonly temporalAddress: string;
};

type Place = {
  /** Holds one folder per engine and their logs. */
  readonly folder: string;
  /** Small file systems on which the data of engines lies as long as they are named here. */
  readonly disks: Partial<Record<Engine, Pick<SmallDisk, 'folder'>>>;
  readonly ports: Readonly<Record<Engine | 'controller', number>>;
  readonly ways: readonly KafkaWay[];
};

/** Small, and honest about durability: nothing that a crash could lose is told as done. */
const settings = {
  shared_buffers: '48MB',
  max_wal_size: '96MB',
  min_wal_size: '32MB',
  fsync: 'on',
  synchronous_commit: 'on',
};

/** Starts the three engines side by side. */
export async function startEngines({ folder, disks, ports, ways }: Place): Promise<Engines> {
  const [postgres, kafka, temporal] = [
    await script('servers/postgres'),
    await script('servers/kafka'),
    await script('servers/temporal'),
  ];
  const placeOf = (engine: Engine) => ({
    dir: disks[engine]?.folder ?? path.join(folder, engine),
    port: ports[engine],
    log: path.join(folder, `${engine}.log`),
  });
  let databaseUrl = '';
  const players = {
    postgres: enginePlayer('postgres', placeOf('postgres').log, async () => {
      const server = await postgres.start({ ...placeOf('postgres'), database: 'relais', settings });
      databaseUrl = server.url;
      return server;
    }),
    kafka: enginePlayer('kafka', placeOf('kafka').log, () =>
      kafka.start({ ...placeOf('kafka'), controllerPort: ports.controller, ways, brief: true }),
    ),
    temporal: enginePlayer('temporal', placeOf('temporal').log, () =>
      temporal.start({ ...placeOf('temporal'), durable: true }),
    ),
  };
  const started = await Promise.allSettled(Object.values(players).map((player) => player.restart()));
  const failed = started.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await Promise.all(Object.values(players).map((player) => player.kill()));
    throw failed.reason;
  }
  return {
    players,
    databaseUrl,
    kafkaAddress: `127.0.0.1:${ports.kafka}`,
    temporalAddress: `127.0.0.1:${ports.temporal}`,
  };
}
