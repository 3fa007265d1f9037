import { createKafka, eventTopics, topicOf } from '#messaging';
import { createDataSource, Database } from '#persistence/kernel';
import type { Ground } from '../ground.js';
import type { Fault, Scene } from './fault.js';

/** The positions of the projector in its own tables set back to the beginning: everything is read again. */
export const offsetsRewound: Fault = {
  name: 'offsets-rewound',
  what: 'the positions in PostgreSQL set back to 0 while the projector is stopped: every record is read again',
  comparedWith: 'projector',
  lasts: { long: 0, short: 0 },
  mixes: true,
  strike: (scene) => whileStopped(scene, ({ databaseUrl }) => rewind(databaseUrl)),
};

/** What Kafka thinks of the projector's position set to the beginning; it is information only. */
export const groupReset: Fault = {
  name: 'group-offsets-reset',
  what: "Kafka's own offsets of the projector's group set to the beginning while the projector is stopped",
  comparedWith: 'projector',
  lasts: { long: 0, short: 0 },
  mixes: false,
  strike: (scene) => whileStopped(scene, resetGroup),
};

async function whileStopped({ arena }: Scene, change: (ground: Ground) => Promise<void>) {
  const projectors = arena.parts.projector;
  await Promise.all(projectors.map((projector) => projector.kill('SIGTERM')));
  await change(arena.ground);
  return {
    heal: async () => {
      await Promise.all(projectors.map((projector) => projector.restart()));
    },
  };
}

async function rewind(databaseUrl: string): Promise<void> {
  const database = new Database(createDataSource(databaseUrl, { connections: 1 }));
  try {
    await database.query('UPDATE projection.consumer_offset SET next = 0');
  } finally {
    await database.stop();
  }
}

async function resetGroup({ brokers, prefix }: Ground): Promise<void> {
  const admin = createKafka(brokers, 'relais-chaos').admin();
  await admin.connect();
  try {
    for (const name of eventTopics) {
      await admin.resetOffsets({ groupId: `${prefix}.projector`, topic: topicOf(prefix, name), earliest: true });
    }
  } finally {
    await admin.disconnect();
  }
}
