import { withoutHidden } from '#contracts/catalogue';
import { hasSequence, withSequence } from '#contracts/kernel';
import { archivedOf, contextAfter, noContext } from '#domain/analysis';
import { erases } from '#domain/case';
import type { ArchivedRow, ArchiveSubject } from '#persistence/analysis';
import type { PlacedRecord, StreamEvent } from '#messaging';

/** An event with the record it came in. */
export type Incoming = StreamEvent & { readonly record: PlacedRecord };

/** What a batch comes to. */
export type TakenIn = {
  /** Events that are new and not erased, in the order of their arrival. */
  readonly rows: ArchivedRow[];
  /** Subjects that changed, as they are now. */
  readonly subjects: ArchiveSubject[];
  /** Of the subjects that changed those of which nothing may be left. */
  readonly erased: ArchiveSubject[];
  /** Events that had not arrived before, with those that leave no row. */
  readonly fresh: number;
};

/**
 * Takes events in as they come: what arrived before is passed over, what follows a gap is not held up by it. A case of which
 * consent was withdrawn or retention ended is erased for good: its later events are seen and leave no row.
 */
export function takeIn(incoming: readonly Incoming[], known: readonly ArchiveSubject[]): TakenIn {
  const before = new Map(known.map((one) => [keyOf(one), one]));
  const now = new Map<string, ArchiveSubject>();
  const rows: ArchivedRow[] = [];
  let fresh = 0;
  for (const one of incoming) {
    const key = keyOf(one);
    const subject = now.get(key) ?? before.get(key) ?? unknown(one);
    if (hasSequence(subject.sequences, one.event.sequence)) {
      continue;
    }
    fresh += 1;
    const next = { ...subject, sequences: withSequence(subject.sequences, one.event.sequence) };
    if (next.erased || erases(one.event)) {
      now.set(key, { ...next, erased: true, context: noContext });
      continue;
    }
    const context = one.stream === 'cases' ? contextAfter(next.context, one.event) : noContext;
    now.set(key, { ...next, context });
    rows.push({ ...archivedOf(one, context, withoutHidden), ...placeOf(one.record) });
  }
  const subjects = [...now.values()];
  return {
    rows: rows.filter(({ stream, subject }) => now.get(`${stream} ${subject}`)?.erased !== true),
    subjects,
    erased: subjects.filter((one) => one.erased && before.get(keyOf(one))?.erased !== true),
    fresh,
  };
}

function unknown({ stream, subject }: Incoming): ArchiveSubject {
  return { stream, subject, sequences: [], context: noContext, erased: false };
}

function keyOf({ stream, subject }: Pick<ArchiveSubject, 'stream' | 'subject'>): string {
  return `${stream} ${subject}`;
}

function placeOf({ topic, partition, offset }: PlacedRecord): Pick<ArchivedRow, 'topic' | 'partition' | 'offset'> {
  return { topic, partition, offset: offset.toString() };
}
