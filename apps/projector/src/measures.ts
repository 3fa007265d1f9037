import { FeedRepository, type Database } from '#persistence/kernel';
import { countWaiting, OperationsRepository } from '#persistence/operations';
import { Counter, Gauge, type HealthChecks, type Registry } from '#runtime';
import type { ProgressWatch } from './progress.js';

type Watched = {
  readonly database: Database;
  readonly progress: Pick<ProgressWatch, 'read' | 'loss'>;
  readonly projector: { trouble(): string | undefined };
  readonly relay: { trouble(): string | undefined };
};

/** What readiness asks: both engines, whether anything is stuck, and whether Kafka still has what was applied. */
export function checksOf({ database, progress, projector, relay }: Watched): HealthChecks {
  return {
    postgresql: async () => void (await database.query('SELECT 1')),
    kafka: async () => {
      const ahead = (await progress.read()).find(({ position, end }) => position > end);
      return (
        ahead &&
        `${ahead.topic}/${ahead.partition} ends at ${ahead.end} but was applied up to ${ahead.position}: records are lost, restore Kafka`
      );
    },
    projector: async () => projector.trouble() ?? lossIn(progress),
    outbox: async () => relay.trouble(),
  };
}

function lossIn(progress: Pick<ProgressWatch, 'loss'>): string | undefined {
  const loss = progress.loss();
  return loss && `${loss}; restore Kafka, or accept the loss by a rebuild`;
}

/** Makes the metrics of how far the projection is and of what waits; they are read on demand. */
export function registerMeasures(registry: Registry, { database, progress }: Watched): void {
  const registers = [registry];
  const operations = new OperationsRepository(database);
  const feed = new FeedRepository(database);
  const lag = new Gauge({
    name: 'relais_projector_lag',
    help: 'Records that are not applied yet.',
    labelNames: ['topic', 'partition'],
    registers,
    async collect() {
      for (const { topic, partition, position, end } of await progress.read().catch(() => [])) {
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
      const counts = await countWaiting(database).catch(() => undefined);
      for (const [where, count] of Object.entries(counts ?? {})) {
        waiting.set({ where }, count);
      }
    },
  });
  const newest = new Gauge({
    name: 'relais_projector_newest_event_timestamp_seconds',
    help: 'When the event happened that was applied last, imported history aside.',
    registers,
    async collect() {
      const found = await operations.findNewest().catch(() => null);
      if (found !== null) {
        newest.set(Date.parse(found.time) / 1_000);
      }
    },
  });
  const position = new Gauge({
    name: 'relais_feed_position',
    help: 'Position of the newest entry of the live feed.',
    registers,
    async collect() {
      const ends = await feed.getEnds().catch(() => undefined);
      if (ends !== undefined) {
        position.set(ends.newest);
      }
    },
  });
  const outboxAge = new Gauge({
    name: 'relais_outbox_oldest_age_seconds',
    help: 'How long the oldest event of the outbox has been waiting, 0 when none waits.',
    registers,
    async collect() {
      const totals = await operations.getTotals().catch(() => undefined);
      if (totals !== undefined) {
        const { readAt, outboxSince } = totals;
        outboxAge.set((Date.parse(readAt) - Date.parse(outboxSince ?? readAt)) / 1_000);
      }
    },
  });
}

/** Makes the counters of what this process does. */
export function registerCounters(registry: Registry) {
  const registers = [registry];
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
  const sent = new Counter({
    name: 'relais_outbox_published_total',
    help: 'Events of the outbox that were sent to Kafka.',
    registers,
  });
  return {
    onApplied: (events: number) => {
      applied.inc(events);
      lastApplied.setToCurrentTime();
    },
    onSent: (events: number) => sent.inc(events),
  };
}
