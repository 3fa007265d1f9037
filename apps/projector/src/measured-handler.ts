import type { BatchHandler, Mark, RecordBatch } from '#messaging';
import { Histogram, type Registry } from '#runtime';

/** Makes the measures of batches and answers how to watch the one who handles them. */
export function batchMeasures(registry: Registry): (handler: BatchHandler) => BatchHandler {
  const registers = [registry];
  const duration = new Histogram({
    name: 'relais_projector_batch_duration_seconds',
    help: 'Time from a batch of records to its rows and position being stored, waiting for PostgreSQL included.',
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const size = new Histogram({
    name: 'relais_projector_batch_records',
    help: 'Records of a batch.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000],
    registers,
  });
  return (handler) => ({
    positionsOf: (topic, partitions) => handler.positionsOf(topic, partitions),
    marksOf: async (topic, partitions) => (await handler.marksOf?.(topic, partitions)) ?? new Map<number, Mark>(),
    handle: async (batch: RecordBatch, keepAlive) => {
      const end = duration.startTimer();
      const handled = await handler.handle(batch, keepAlive);
      end();
      size.observe(batch.records.length);
      return handled;
    },
  });
}
