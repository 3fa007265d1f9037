import { CaseActivitiesService } from '../../apps/worker/src/case-activities.service.js';
import { startProjecting } from '../../apps/projector/src/projecting.js';
import { EventPublisher, fromRecord, toRecord, type KafkaRecord, type ParseRecord, type StreamEvent } from '#messaging';
import { redriveDeadLetter } from '../../apps/api/src/operations/redrive.js';
import type { NoteRepository } from '#persistence/case';
import type { Database } from '#persistence/kernel';
import { Registry, type Logger } from '#runtime';
import type { CaseActivities, CaseInput } from '#workflows';
import { caseWorkflow } from '../../workflows/case.workflow.js';
import type { ActivityBreaks } from './engines/activities.js';
import { Broker, type KafkaBreaks } from './engines/kafka.js';
import { ModelDatabase, Store, type StoreBreaks } from './engines/store.js';
import { Temporal } from './engines/temporal.js';
import { Process } from './process.js';
import type { World } from './world.js';

const prefix = 'relais';

/** Deliberately wrong engines; the simulator must find each of them out. */
export type Breaks = ActivityBreaks & KafkaBreaks & StoreBreaks;

const nothing = (): void => undefined;
const logger = { info: nothing, warn: nothing, error: nothing } as unknown as Logger;

/** Relais on small engines. */
export class Installation {
  readonly store: Store;
  readonly broker: Broker;
  readonly temporal: Temporal;
  /** Cases whose notes were erased, as often as they were. */
  readonly erased: string[] = [];
  /** Ids of events that the projector's code does not understand yet. */
  private readonly misunderstood = new Set<string>();
  private activities: CaseActivities | undefined;

  constructor(
    private readonly world: World,
    shape: { readonly partitions: number; readonly projectors: number; readonly limits: CaseInput['limits'] },
    breaks: Breaks,
  ) {
    this.store = new Store(breaks);
    this.broker = new Broker(world, `${prefix}.cases.v1`, shape.partitions, breaks);
    const worker = new Process(world, 'worker', (process) => (this.activities = this.activitiesOf(process)));
    const activities = () => this.activities ?? this.activitiesOf(worker);
    this.temporal = new Temporal(world, { process: worker, activities }, caseWorkflow, shape.limits, breaks);
    const projectors = Array.from({ length: shape.projectors }, (_, index) => {
      const name = `projector ${index + 1}`;
      return new Process(world, name, (process) => this.project(process));
    });
    [worker, ...projectors].forEach((process) => process.start());
  }

  /** Drives every dead letter again with code that understands it; the outbox may publish it twice. */
  async redrive(): Promise<void> {
    this.misunderstood.clear();
    const operator = new Process(this.world, 'operator', nothing);
    operator.start();
    const database = new ModelDatabase(this.store, operator) as unknown as Database;
    for (const [deadLetterId, { redriven }] of this.store.deadLetters) {
      if (!redriven) {
        await redriveDeadLetter(database, deadLetterId);
      }
    }
    for (const { topic, event } of this.store.outbox.splice(0)) {
      const topicMessages = [{ topic: `${prefix}.${topic}`, messages: [toRecord(event)] }];
      this.broker.append({ topicMessages });
      this.broker.append({ topicMessages });
    }
  }

  private activitiesOf(process: Process): CaseActivities {
    const publisher = new EventPublisher(this.broker.clientOf(process), prefix);
    const notes = {
      destroyKey: (caseId: string) => process.reach('the erasure of notes', () => void this.erased.push(caseId)),
    } as unknown as NoteRepository;
    return new CaseActivitiesService(publisher, notes, new Registry());
  }

  private project(process: Process): void {
    void startProjecting({
      kafka: this.broker.clientOf(process),
      prefix,
      database: new ModelDatabase(this.store, process) as unknown as Database,
      publisher: { send: async () => undefined },
      logger,
      onDeath: (reason) => this.world.broken(`the consumer died: ${reason.message}`),
      parse: this.parserOf(this.world.play.seed % 20 === 0 ? fromRecord : readQuickly),
    });
  }

  private parserOf(parse: ParseRecord): ParseRecord {
    return (record) => {
      const id = record.headers['ce_id'] ?? '';
      if (this.world.goesWrong('dead-letter', 0.02)) {
        this.world.say(() => `${id} is not understood`);
        this.misunderstood.add(id);
      }
      return this.misunderstood.has(id) ? { reason: 'schema', detail: 'not understood yet' } : parse(record);
    };
  }
}

const known = new WeakMap<object, StreamEvent>();

/** Reads what this process wrote itself; the catalogue's check of every record costs more than all the rest of a schedule. */
function readQuickly(record: KafkaRecord): StreamEvent {
  const { value, headers } = record;
  const before = value === null ? undefined : known.get(value);
  if (before !== undefined) {
    return before;
  }
  const { by, data } = JSON.parse(String(value)) as { by: unknown; data: unknown };
  const [subject, sequence] = [headers['ce_subject'] ?? '', Number(headers['ce_sequence'])];
  const common = {
    id: headers['ce_id'],
    caseId: subject,
    sequence,
    time: headers['ce_time'],
    type: headers['ce_type'],
  };
  const read = { stream: 'cases', subject, event: { ...common, by, data } } as StreamEvent;
  if (value !== null) {
    known.set(value, read);
  }
  return read;
}
