import type { AnalysisRows } from '#domain/analysis';
import type { CaseReadRow, CasePartyRow, InboxLineRow } from '#persistence/case';
import type { EventLogRow, FeedEntry, OutboxEntry, ParkedRow, Sql } from '#persistence/kernel';
import type { StoredDeadLetter } from '#persistence/operations';
import type { Process } from '../process.js';

/** What a deliberately wrong database does otherwise. */
export type StoreBreaks = { readonly runsAhead?: boolean };

/** What PostgreSQL keeps, table by table. */
export class Store {
  readonly positions = new Map<string, bigint>();
  readonly cases = new Map<string, CaseReadRow>();
  readonly caseRows = new Map<string, AnalysisRows['caseRows'][number]>();
  readonly referralRows = new Map<string, AnalysisRows['referralRows'][number]>();
  readonly log = new Map<string, EventLogRow>();
  readonly parked = new Map<string, ParkedRow>();
  readonly lines = new Map<string, InboxLineRow>();
  readonly parties = new Map<string, readonly CasePartyRow[]>();
  readonly measures = new Map<string, number>();
  readonly feed: FeedEntry[] = [];
  readonly deadLetters = new Map<string, StoredDeadLetter>();
  readonly outbox: OutboxEntry[] = [];
  /** What is locked by which transaction, with those that wait for it. */
  readonly locks = new Map<string, { owner: Transaction; readonly waiting: (() => void)[] }>();

  constructor(readonly breaks: StoreBreaks) {}
}

/** A statement on its way to the store. */
export type Reaching = { readonly store: Store; pass(what: string): Promise<void> | undefined };

/** The store as one life of a process reaches it. */
export class ModelDatabase implements Reaching {
  constructor(
    readonly store: Store,
    readonly process: Process,
  ) {}

  pass(what: string): Promise<void> | undefined {
    return this.process.pass(what);
  }

  /** All of the work or nothing of it. */
  async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const transaction = new Transaction(this.store, this.process);
    this.process.onDeath(() => transaction.end());
    try {
      const result = await work(transaction as unknown as Sql);
      await this.process.reach('a commit', () => transaction.commit());
      return result;
    } finally {
      transaction.end();
    }
  }
}

/** Changes that are kept until they are committed; what is read is what was committed before. */
export class Transaction implements Reaching {
  private readonly changes: (() => void)[] = [];
  private readonly locked = new Set<string>();
  private isOver = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly store: Store,
    private readonly process: Process,
  ) {}

  pass(what: string): Promise<void> | undefined {
    return this.process.pass(what);
  }

  /** A transaction has one connection: what is asked at the same time runs one after the other. */
  inOrder<Result>(statement: () => Promise<Result>): Promise<Result> {
    const result = this.last.then(statement);
    this.last = result.catch(() => undefined);
    return result;
  }

  change(one: () => void): void {
    this.changes.push(one);
  }

  /** Waits until nobody else holds it. */
  async lock(key: string): Promise<void> {
    const { locks } = this.store;
    for (let held = locks.get(key); held !== undefined && held.owner !== this; held = locks.get(key)) {
      const { waiting } = held;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    if (!this.isOver) {
      locks.set(key, locks.get(key) ?? { owner: this, waiting: [] });
      this.locked.add(key);
    }
  }

  commit(): void {
    if (!this.isOver) {
      this.changes.splice(0).forEach((change) => change());
      this.end();
    }
  }

  end(): void {
    this.isOver = true;
    for (const key of this.locked) {
      const held = this.store.locks.get(key);
      this.store.locks.delete(key);
      held?.waiting.forEach((wake) => wake());
    }
    this.locked.clear();
  }
}
