import type { CaseEvent } from '#contracts/case';

// Named once: where the global object is not Node's own (in a workflow, in a test) each look at `Math` costs more than the product.
const { imul } = Math;

/**
 * One mark per event, `id:type:fingerprint`: equal marks mean that the same was published as was queued.
 * Pure, because the workflow computes it on replay too; it guards against drift, not against malice.
 */
export function marksOf(events: readonly CaseEvent[]): string[] {
  return events.map(({ id, type, time, by, data }) => `${id}:${type}:${fingerprint({ time, by, data })}`);
}

/** Hash of 53 bits (cyrb53) of a value's JSON with sorted keys. */
function fingerprint(value: unknown): string {
  const text = JSON.stringify(value, sorted);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = imul(high ^ unit, 2654435761);
    low = imul(low ^ unit, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
