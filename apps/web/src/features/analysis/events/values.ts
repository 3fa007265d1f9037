import type { AnalysisEvent } from '#contracts/analysis';
import { parsePath } from '#contracts/analysis';
import { isEventColumn } from './filter.js';

/** The value of a column, or of a path into the data; undefined where the event has none. */
export function valueOf(event: AnalysisEvent, column: string): unknown {
  if (isEventColumn(column)) {
    return event[column] ?? undefined;
  }
  return parsePath(column)?.reduce<unknown>(
    (place, step) =>
      typeof place === 'object' && place !== null ? (place as Record<string, unknown>)[step] : undefined,
    event.data,
  );
}

/** What gives a value its meaning: the column, or the last step of a path that is not a place in a list. */
export function meaningOf(column: string): string {
  return isEventColumn(column) ? column : ((parsePath(column) ?? []).findLast((step) => !/^\d+$/.test(step)) ?? column);
}

/** The event in an address, `stream/subject/sequence`. */
export function placeOf({ stream, subject, sequence }: AnalysisEvent): string {
  return `${stream}/${subject}/${sequence}`;
}

const deepest = 8;

/** Paths to every plain value in the data of events, in the order in which they are met. */
export function pathsIn(events: readonly AnalysisEvent[]): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown, path: string, depth: number) => {
    if (typeof value === 'object' && value !== null && depth <= deepest) {
      Object.entries(value).forEach(([step, inner]) => walk(inner, `${path}.${step}`, depth + 1));
    } else if (parsePath(path) !== undefined) {
      found.add(path);
    }
  };
  events.forEach((event) => walk(event.data, '$', 0));
  return [...found];
}
