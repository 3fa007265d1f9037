import { eventTopics, topicOf, type TopicWatch } from '#messaging';
import { countWaiting, readPositions, type Database } from '#persistence';
import { Counter, Gauge, type HealthChecks, type Registry } from '#runtime';

type Watched = {
  readonly database: Database;
  readonly watch: TopicWatch;
  readonly prefix: string;
  readonly projector: { trouble(): string | undefined };
  readonly relay: { trouble(): string | undefined };
};

/** One partition: what was applied and what there is. */
type Progress = {
  readonly topic: string;
  readonly partition: number;
  readonly position: bigint;
  readonly end: bigint;
};

/** What readiness asks: both engines, whether anything is stuck, and whether Kafka still has what was applied. */
export function checksOf(watched: Watched): HealthChecks {
  const { database, projector, relay } = watched;
  return {
    database: async () => {
      await database.query('SELECT 1');
      return undefined;
    },
    kafka: async () => {
      const ahead = (await readProgress(watched)).find(({ position, end }) => position > end);
      return (
        ahead &&
        `${ahead.topic}/${ahead.partition} ends at ${ahead.end} but was applied up to ${ahead.position}: records are lost, restore Kafka`
      );
    },
    projector: async () => projector.trouble(),
    outbox: async () => relay.trouble(),
  };
}

/** Makes the projector's measures; they are read when somebody asks for them. */
export function registerMeasures(registry: Registry, watched: Watched) {
  const registers = [registry];
  const lag = new Gauge({
    name: 'relais_projector_lag',
    help: 'Records that are not applied yet.',
    labelNames: ['topic', 'partition'],
    registers,
    async collect() {
      for (const { topic, partition, position, end } of await readProgress(watched).catch(() => [])) {
        lag.set({ topic, partition }, Number(end - position));
      }
    },
  });
  const waiting = new Gauge({
    name: 'relais_projector_waiting',
    help: 'Events behind a gap (parked), dead letters that were not driven again, and events in the outbox.',
    labelNames: ['where'],
    registers,
    async collect() {
      const counts = await countWaiting(watched.database).catch(() => undefined);
      for (const [where, count] of Object.entries(counts ?? {})) {
        waiting.set({ where }, count);
      }
    },
  });
  const applied = new Counter({
    name: 'relais_projector_applied_total',
    help: 'Events that were applied.',
    registers,
  });
  const lastApplied = new Gauge({
    name: 'relais_projector_last_applied_timestamp_seconds',
    help: 'When the last batch was applied.',
    registers,
  });
  const published = new Counter({
    name: 'relais_outbox_published_total',
    help: 'Events of the outbox that were published.',
    registers,
  });
  return {
    onApplied: (events: number) => {
      applied.inc(events);
      lastApplied.setToCurrentTime();
    },
    onPublished: (events: number) => published.inc(events),
  };
}

async function readProgress({ database, watch, prefix }: Watched): Promise<Progress[]> {
  const all: Progress[] = [];
  for (const name of eventTopics) {
    const topic = topicOf(prefix, name);
    const [ends, positions] = [await watch.endsOf(topic), await readPositions(database, 'projection', topic)];
    for (const [partition, { end }] of ends) {
      all.push({ topic, partition, position: positions.get(partition) ?? 0n, end });
    }
  }
  return all;
}
