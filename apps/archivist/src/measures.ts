import fs from 'node:fs/promises';
import { eventTopics, topicOf, type TopicWatch } from '#messaging';
import { readArchivePlaces, readFilingTotals } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';
import { Counter, Gauge, type HealthChecks, type Registry } from '#runtime';

type Watched = {
  readonly database: Pick<Database, 'query'>;
  readonly topics: Pick<TopicWatch, 'endsOf'>;
  readonly prefix: string;
  readonly folder: string;
  readonly archivist: { trouble(): string | undefined };
  readonly filer: { trouble(): string | undefined };
};

type Progress = { readonly place: string; readonly next: bigint; readonly end: bigint };

async function progressOf({ database, topics, prefix }: Watched): Promise<Progress[]> {
  const all: Progress[] = [];
  for (const name of eventTopics) {
    const topic = topicOf(prefix, name);
    // In this order: otherwise what is taken in in between looks as if Kafka had lost it.
    const places = await readArchivePlaces(database, topic);
    for (const [partition, { end }] of await topics.endsOf(topic)) {
      all.push({ place: `${topic}/${partition}`, next: places.get(partition) ?? 0n, end });
    }
  }
  return all;
}

/** What readiness asks: both engines, the folder, whether anything is stuck, and whether Kafka still has what was taken in. */
export function checksOf(watched: Watched): HealthChecks {
  return {
    postgresql: async () => void (await watched.database.query('SELECT 1')),
    kafka: async () => {
      const ahead = (await progressOf(watched)).find(({ next, end }) => next > end);
      return (
        ahead &&
        `${ahead.place} ends at ${ahead.end} but was taken in up to ${ahead.next}: records are lost, restore Kafka, or rebuild the archive`
      );
    },
    folder: async () => void (await fs.access(watched.folder, fs.constants.W_OK)),
    archivist: async () => watched.archivist.trouble(),
    filing: async () => watched.filer.trouble(),
  };
}

/** Makes the measures of how far the archive and its files are; they are read when somebody asks for them. */
export function registerMeasures(registry: Registry, watched: Watched): void {
  const registers = [registry];
  const lag = new Gauge({
    name: 'relais_archivist_lag',
    help: 'Records that are not taken in yet.',
    labelNames: ['place'],
    registers,
    async collect() {
      for (const { place, next, end } of await progressOf(watched).catch(() => [])) {
        lag.set({ place }, Number(end - next));
      }
    },
  });
  const totals = () => readFilingTotals(watched.database).catch(() => undefined);
  const unfiled = new Gauge({
    name: 'relais_archivist_unfiled',
    help: 'Records that were taken in and that no Parquet file holds yet.',
    registers,
    async collect() {
      unfiled.set((await totals())?.unfiled ?? Number.NaN);
    },
  });
  const files = new Gauge({
    name: 'relais_archivist_files',
    help: 'Parquet files that count.',
    registers,
    async collect() {
      files.set((await totals())?.files ?? Number.NaN);
    },
  });
}

/** Makes the counters of what this process does. */
export function registerCounters(registry: Registry) {
  const registers = [registry];
  const taken = new Counter({
    name: 'relais_archivist_taken_total',
    help: 'Events that were taken in for the first time.',
    registers,
  });
  const passedOver = new Counter({
    name: 'relais_archivist_passed_over_total',
    help: 'Records that were passed over because they cannot be read; the projector keeps them as dead letters.',
    registers,
  });
  return {
    onTaken: (events: number) => taken.inc(events),
    onPassedOver: () => passedOver.inc(),
  };
}
