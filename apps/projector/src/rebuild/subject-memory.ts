import type { KnownCase } from '#domain/case';
import { keyOf, type Folded, type Incoming, type Known } from '../folding.js';

/** What a rebuild knows of its subjects without asking the database; the least recently changed cases may be forgotten. */
export class SubjectMemory {
  /** In the order of their last change. */
  private readonly states = new Map<string, KnownCase>();
  private readonly unwritten = new Set<string>();
  /** Cases in memory of which the database has rows, current or not. */
  private readonly there = new Set<string>();
  private readonly sequences = new Map<string, number>();
  private readonly parked = new Map<string, Incoming[]>();

  get cases(): number {
    return this.states.size;
  }

  /** Cases among the events' subjects that are not in memory. */
  unknownOf(incoming: readonly Incoming[]): string[] {
    const subjects = new Set(incoming.filter(({ stream }) => stream === 'cases').map(({ subject }) => subject));
    return [...subjects].filter((subject) => !this.states.has(subject));
  }

  /** Takes up states that the database has. */
  recall(states: ReadonlyMap<string, KnownCase>): void {
    for (const [caseId, state] of states) {
      this.states.set(caseId, state);
      this.there.add(caseId);
    }
  }

  /** What is known of the subjects of these events. */
  knownOf(incoming: readonly Incoming[]): Known {
    const waiting =
      this.parked.size === 0 ? [] : [...new Set(incoming.map(keyOf))].flatMap((id) => this.parked.get(id) ?? []);
    return { states: this.states, sequences: this.sequences, waiting };
  }

  /** Takes in what came of events. */
  learn({ applied, cases, parked, unparked }: Folded): void {
    for (const { incoming } of applied) {
      if (incoming.stream !== 'cases') {
        this.sequences.set(keyOf(incoming), incoming.event.sequence);
      }
    }
    for (const { after } of cases) {
      this.states.delete(after.caseId);
      this.states.set(after.caseId, after);
      this.unwritten.add(after.caseId);
    }
    for (const one of parked) {
      const others = this.parked.get(keyOf(one)) ?? [];
      if (!others.some(({ event }) => event.sequence === one.event.sequence)) {
        this.parked.set(keyOf(one), [...others, one]);
      }
    }
    for (const one of unparked) {
      const rest = (this.parked.get(keyOf(one)) ?? []).filter((other) => other !== one);
      if (rest.length > 0) {
        this.parked.set(keyOf(one), rest);
      } else {
        this.parked.delete(keyOf(one));
      }
    }
  }

  /** Events that wait behind a gap. */
  waiting(): Incoming[] {
    return [...this.parked.values()].flat();
  }

  /** Cases that are not written as they are, at most so many, the least recently changed first. */
  unwrittenCases(most: number): { states: KnownCase[]; there: string[] } {
    const states: KnownCase[] = [];
    for (const [caseId, state] of this.states) {
      if (states.length === most) {
        break;
      }
      if (this.unwritten.has(caseId)) {
        states.push(state);
      }
    }
    return { states, there: states.map(({ caseId }) => caseId).filter((caseId) => this.there.has(caseId)) };
  }

  /** Notes that these cases are written as they are. */
  written(states: readonly KnownCase[]): void {
    for (const { caseId } of states) {
      this.unwritten.delete(caseId);
      this.there.add(caseId);
    }
  }

  /** Forgets the least recently changed of the written cases. */
  forget(count: number): void {
    let left = count;
    for (const caseId of this.states.keys()) {
      if (left === 0) {
        return;
      }
      if (!this.unwritten.has(caseId)) {
        this.states.delete(caseId);
        this.there.delete(caseId);
        left--;
      }
    }
  }
}
