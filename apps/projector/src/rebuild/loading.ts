import {
  fromRecord,
  isUnderstood,
  markOf,
  type DeadRecord,
  type Handled,
  type Mark,
  type ParseRecord,
  type RecordBatch,
} from '#messaging';
import { analysisRowsOf } from '#domain/analysis';
import { partiesOf, inboxLinesOf, type KnownCase } from '#domain/case';
import { ProjectionLoader, readStates, type CaseRows } from '#persistence/case';
import { appendToFeed, park, savePositions, unparkAll, type Database } from '#persistence/kernel';
import { addToMeasures } from '#persistence/monitoring';
import { recordDeadLetters } from '#persistence/operations';
import { fold, type Folded, type Incoming } from '../folding.js';
import { parkedRowOf } from '../parking.js';
import { joinedRows } from '../projections/analysis-rows.js';
import { listRowOf } from '../projections/case-list.js';
import { derived } from '../projections/derived.js';
import { eventRowOf } from '../projections/event-log.js';
import { feedEntryOf } from '../projections/feed.js';
import { lineRowOf } from '../projections/inbox.js';
import { measureChangesOf } from '../projections/measures.js';
import { MeasureSums } from '../projections/measure-sums.js';
import { Lane } from './lane.js';
import type { Ends, NextProjection, Positions } from './next-projection.js';
import { SubjectMemory } from './subject-memory.js';

type LoadingOptions = {
  readonly database: Database;
  readonly ends: Ends;
  /** Where the serving projection stood at the beginning: what comes after may be news to live clients. */
  readonly told: Positions;
  readonly parse?: ParseRecord;
  /** Most cases in memory. */
  readonly mostCases?: number;
};

const casesInMemory = 20_000;
const casesAtATime = 1_000;
/** Cells in memory, and in one statement. */
const mostCells = 50_000;
const cellsAtATime = 10_000;
const writesWaiting = 2;

/**
 * A projection that is folded in memory and written in large pieces: events as they come, a case when it is forgotten or at the
 * end. Nothing of it can be used before `settle`, and nothing of it survives a crash; then the rebuild starts over.
 */
export class LoadingProjection implements NextProjection {
  private readonly memory = new SubjectMemory();
  private readonly measures = new MeasureSums();
  private readonly stands: Map<string, Map<number, bigint>>;
  private readonly marks = new Map<string, Map<number, Mark>>();
  private readonly parse: ParseRecord;
  private readonly mostCases: number;
  /** Folding happens in one lane, so that batches of several partitions do not mix; what it writes, in another. */
  private readonly folding = new Lane(0);
  private readonly writing = new Lane(writesWaiting);
  private forgets = false;
  private analysed = false;

  private constructor(
    private readonly loader: ProjectionLoader,
    private readonly options: LoadingOptions,
  ) {
    this.parse = options.parse ?? fromRecord;
    this.mostCases = options.mostCases ?? casesInMemory;
    this.stands = new Map(
      [...options.ends].map(([topic, ends]) => [
        topic,
        new Map([...ends].map(([partition, { first }]) => [partition, first])),
      ]),
    );
  }

  static async begin(options: LoadingOptions): Promise<LoadingProjection> {
    return new LoadingProjection(await ProjectionLoader.open(options.database), options);
  }

  async positions(): Promise<Positions> {
    return this.stands;
  }

  async positionsOf(topic: string): Promise<ReadonlyMap<number, bigint>> {
    return this.stands.get(topic) ?? new Map();
  }

  async marksOf(topic: string): Promise<ReadonlyMap<number, Mark>> {
    return this.marks.get(topic) ?? new Map();
  }

  failure(): unknown {
    return this.folding.failure() ?? this.writing.failure();
  }

  async handle(batch: RecordBatch): Promise<Handled> {
    await this.folding.add(() => this.take(batch));
    await this.folding.empty();
    return { position: this.standOf(batch) };
  }

  async settle(): Promise<void> {
    await this.folding.add(async () => {
      await this.writing.empty();
      const keyed = this.loader.keyEvents();
      // Its failure is thrown below, after what runs beside it.
      keyed.catch(() => undefined);
      while (await this.writeCases()) {
        // Until all are written.
      }
      await this.writeMeasures();
      await this.writing.add(async () => {
        await this.loader.keyCases();
        await keyed;
        await this.analyseOnce();
        await this.writeWaiting();
        for (const [topic, positions] of this.stands) {
          await savePositions(this.loader.sql, 'projection_next', topic, positions, this.marks.get(topic));
        }
      });
      await this.writing.empty();
    });
    await this.folding.empty();
  }

  async close(): Promise<void> {
    await this.folding.empty().catch(() => undefined);
    await this.writing.empty().catch(() => undefined);
    await this.loader.close();
  }

  private advance({ topic, partition, next, records }: RecordBatch): void {
    this.stands.get(topic)?.set(partition, next);
    const last = records.at(-1);
    if (last !== undefined) {
      const marks = this.marks.get(topic) ?? new Map<number, Mark>();
      this.marks.set(topic, marks.set(partition, markOf(last)));
    }
  }

  private standOf({ topic, partition }: Pick<RecordBatch, 'topic' | 'partition'>): bigint {
    return this.stands.get(topic)?.get(partition) ?? 0n;
  }

  private async take(batch: RecordBatch): Promise<void> {
    if (batch.position !== this.standOf(batch)) {
      return;
    }
    const incoming: Incoming[] = [];
    const dead: DeadRecord[] = [];
    for (const record of batch.records) {
      const parsed = this.parse(record);
      if (isUnderstood(parsed)) {
        incoming.push({ ...parsed, record });
      } else {
        dead.push({ record, fault: parsed });
      }
    }
    await this.recall(incoming);
    const folded = fold(incoming, this.memory.knownOf(incoming));
    this.memory.learn(folded);
    dead.push(
      ...folded.rejected.map(({ incoming: { record }, detail }) => ({
        record,
        fault: { reason: 'rejected' as const, detail },
      })),
    );
    await this.write(batch, folded, dead);
    this.advance(batch);
    await this.forgetSome();
  }

  /** Cases that were forgotten come back from the database. */
  private async recall(incoming: readonly Incoming[]): Promise<void> {
    const unknown = this.forgets ? this.memory.unknownOf(incoming) : [];
    if (unknown.length > 0) {
      await this.writing.empty();
      this.memory.recall(await readStates(this.loader.sql, 'projection_next', unknown));
    }
  }

  private async write({ topic, partition }: RecordBatch, folded: Folded, dead: readonly DeadRecord[]): Promise<void> {
    const { sql } = this.loader;
    const told = this.options.told.get(topic)?.get(partition) ?? 0n;
    const news = folded.applied.filter(({ incoming }) => incoming.record.offset >= told);
    const events = folded.applied.map(eventRowOf);
    this.measures.add(measureChangesOf(folded.cases));
    await this.writing.add(async () => {
      await recordDeadLetters(sql, dead);
      await this.loader.appendEvents(events);
      if (news.length > 0) {
        await appendToFeed(sql, 'projection_next', news.map(feedEntryOf));
      }
    });
    if (this.measures.size > mostCells) {
      await this.writeMeasures();
    }
  }

  /** Batch after batch counts in the same cells: added up before they are written, they cost a fraction. */
  private async writeMeasures(): Promise<void> {
    const changes = this.measures.take();
    for (let from = 0; from < changes.length; from += cellsAtATime) {
      const some = changes.slice(from, from + cellsAtATime);
      await this.writing.add(() => addToMeasures(this.loader.sql, 'projection_next', some));
    }
  }

  private async forgetSome(): Promise<void> {
    if (this.memory.cases <= this.mostCases) {
      return;
    }
    if (!this.forgets) {
      this.forgets = true;
      await this.writing.add(() => this.loader.keyCases());
    }
    const surplus = this.memory.cases - Math.floor(this.mostCases * 0.75);
    for (let left = surplus; left > 0; left -= casesAtATime) {
      await this.writeCases(Math.min(left, casesAtATime));
    }
    this.memory.forget(surplus);
  }

  /** Writes the cases that changed longest ago; false when there are none to write. */
  private async writeCases(most = casesAtATime): Promise<boolean> {
    const { states, there } = this.memory.unwrittenCases(most);
    if (states.length === 0) {
      return false;
    }
    const rows = rowsOf(states);
    this.memory.written(states);
    await this.writing.add(() => this.loader.storeCases(rows, there));
    return true;
  }

  private async analyseOnce(): Promise<void> {
    if (!this.analysed) {
      this.analysed = true;
      await this.loader.analyse();
    }
  }

  private async writeWaiting(): Promise<void> {
    await unparkAll(this.loader.sql, 'projection_next');
    const waiting = this.memory.waiting();
    if (waiting.length > 0) {
      await park(this.loader.sql, 'projection_next', waiting.map(parkedRowOf));
    }
  }
}

function rowsOf(states: readonly KnownCase[]): CaseRows {
  const live = states.filter((state) => !state.imported);
  return {
    ...joinedRows(derived(states, analysisRowsOf)),
    cases: derived(states, listRowOf),
    parties: derived(live, (state) =>
      partiesOf(state).map((service_id) => ({ case_id: state.caseId, service_id })),
    ).flat(),
    lines: derived(live, (state) => inboxLinesOf(state).map(lineRowOf)).flat(),
  };
}
