import type { CaseView } from '#contracts/case';
import { outcomeOf, type Asked, type CapacityAsked, type Outcome, type Reading, type Try } from './ledger.js';

/** A case remembers 300 commands over its runs; what is repeated later than this is left alone. */
const surelyRemembered = 250;

type Entry = Asked & { readonly tries: Try[]; readonly place: number };

/** The ledger while it is written. */
export class Book {
  readonly begunAt = Date.now();
  readonly capacities: CapacityAsked[] = [];
  readonly readings: Reading[] = [];
  private readonly seen = new Map<string, number>();
  private readonly entries: Entry[] = [];
  private readonly byCase = new Map<string, number>();
  private readonly counts: Record<Outcome, number> = { accepted: 0, refused: 0, unknown: 0 };
  private lastAccepted = Date.now();
  private sent = 0;
  private silence = 0;

  /** Writes down a command before it is sent; `sameKey` is the one whose key it uses again, and is remembered as long as that. */
  enter(asked: Omit<Asked, 'tries'>, sameKey?: Asked): Asked {
    const next = this.byCase.get(asked.caseId) ?? 0;
    this.byCase.set(asked.caseId, next + 1);
    const place = sameKey === undefined ? next : (sameKey as Entry).place;
    const entry: Entry = { ...asked, tries: [], place };
    this.entries.push(entry);
    return entry;
  }

  /** Writes down that a command is sent; what comes of it is noted later. */
  send(): void {
    this.sent += 1;
  }

  /** Writes down what came of one sending. */
  note(asked: Asked, one: Try): void {
    this.sent -= 1;
    if (asked.tries.length > 0) {
      this.counts[outcomeOf(asked)] -= 1;
    }
    (asked as Entry).tries.push(one);
    this.counts[outcomeOf(asked)] += 1;
    if (one.told.outcome === 'accepted') {
      const now = Date.now();
      this.silence = Math.max(this.silence, now - this.lastAccepted);
      this.lastAccepted = now;
    }
  }

  /** How far a person has seen a case, 0 when not at all. */
  seenOf(personId: string, caseId: string): number {
    return this.seen.get(`${personId} ${caseId}`) ?? 0;
  }

  /** Writes down what a person was shown of a case, in the answer to a command or to a question. */
  saw(personId: string, { caseId, sequence }: Pick<CaseView, 'caseId' | 'sequence'>): void {
    this.seen.set(`${personId} ${caseId}`, Math.max(sequence, this.seenOf(personId, caseId)));
  }

  /** Writes down what a person was shown who had seen the case so far when they asked. */
  read(personId: string, seen: number, view: CaseView): void {
    const { caseId, sequence, earlier, missing } = view;
    const shown = view.timeline.map((event) => event.sequence);
    this.readings.push({ personId, caseId, seen, sequence, earlier, shown, missing });
    this.saw(personId, view);
  }

  /** All commands so far, oldest first. */
  all(): readonly Asked[] {
    return this.entries;
  }

  /** True while the case surely still knows this command, whatever became of those after it. */
  isRemembered(asked: Asked): boolean {
    return (this.byCase.get(asked.caseId) ?? 0) - (asked as Entry).place < surelyRemembered;
  }

  /** Begins a new measuring of the longest silence. */
  mark(): void {
    this.lastAccepted = Date.now();
    this.silence = 0;
  }

  /** Commands that were sent and have no answer yet. */
  onTheirWay(): number {
    return this.sent;
  }

  /** Commands by what became of them so far, and the longest time in milliseconds without one that was accepted. */
  progress() {
    return { ...this.counts, longestSilence: Math.max(this.silence, Date.now() - this.lastAccepted) };
  }
}
