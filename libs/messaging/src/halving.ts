import type { RecordBatch } from './consumer.js';
import type { PlacedRecord } from './record.js';

/** Records of one partition as their reader understood them, applied together. */
export type BatchOf<Item extends { readonly record: PlacedRecord }> = Pick<
  RecordBatch,
  'topic' | 'partition' | 'position' | 'next'
> & { readonly records: readonly Item[] };

/** What came of trying to apply a batch: where the store stands now, or what it refuses something in the batch for. */
export type Attempt = { readonly position: bigint } | { readonly fault: string };

type Applying<Item extends { readonly record: PlacedRecord }> = {
  /** Applies a batch or nothing of it. */
  readonly attempt: (batch: BatchOf<Item>) => Promise<Attempt>;
  /** What is applied in place of an item that is refused when it stands alone; this must not be refused. */
  readonly instead: (item: Item, fault: string) => readonly Item[];
};

/**
 * Applies a batch whole or, when something in it makes that impossible, in halves until that stands alone.
 * Answers where the store stands afterwards; elsewhere than at the border of a half, somebody else goes on there.
 * @throws when even what stands in place of an item is refused
 */
export async function applyInHalves<Item extends { readonly record: PlacedRecord }>(
  batch: BatchOf<Item>,
  applying: Applying<Item>,
): Promise<bigint> {
  const outcome = await applying.attempt(batch);
  if (!('fault' in outcome)) {
    return outcome.position;
  }
  const { records } = batch;
  if (records.length <= 1) {
    return applyInstead(batch, outcome.fault, applying);
  }
  const middle = Math.ceil(records.length / 2);
  const rest = records.slice(middle);
  const border = rest[0]?.record.offset ?? batch.next;
  const reached = await applyInHalves({ ...batch, records: records.slice(0, middle), next: border }, applying);
  return reached === border ? applyInHalves({ ...batch, records: rest, position: border }, applying) : reached;
}

async function applyInstead<Item extends { readonly record: PlacedRecord }>(
  batch: BatchOf<Item>,
  fault: string,
  { attempt, instead }: Applying<Item>,
): Promise<bigint> {
  const outcome = await attempt({ ...batch, records: batch.records.flatMap((item) => instead(item, fault)) });
  if ('fault' in outcome) {
    throw new Error(
      `${batch.topic}/${batch.partition} at ${batch.position}: ${outcome.fault}, with nothing left to refuse`,
    );
  }
  return outcome.position;
}
