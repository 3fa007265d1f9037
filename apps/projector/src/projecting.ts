import {
  publishDeadLetters,
  startConsuming,
  type BatchHandler,
  type EventPublisher,
  type Kafka,
  type Losses,
  type ParseRecord,
} from '#messaging';
import type { Database } from '#persistence/kernel';
import type { Logger } from '#runtime';
import { Projector } from './projector.js';

type ProjectingOptions = {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly database: Database;
  readonly publisher: Pick<EventPublisher, 'send'>;
  readonly logger: Logger;
  readonly onDeath: (reason: Error) => void;
  readonly onLosses?: (losses: Losses) => void;
  readonly onApplied?: (events: number) => void;
  readonly parse?: ParseRecord;
  /** Watches the one who handles batches. */
  readonly watched?: (handler: BatchHandler) => BatchHandler;
};

/** A projector that reads. */
export type Projecting = { readonly projector: Projector; stop(): Promise<void> };

/** Begins to keep the projection up to date as a member of the group of projectors. */
export async function startProjecting(options: ProjectingOptions): Promise<Projecting> {
  const { kafka, prefix, database, publisher, logger, onDeath, onLosses, onApplied, parse, watched } = options;
  const projector = new Projector({
    database,
    schema: 'projection',
    logger,
    parse,
    onApplied,
    onDead: (dead) => {
      logger.warn(
        { dead: dead.map(({ record, fault }) => ({ offset: String(record.offset), fault })) },
        'dead letters',
      );
      // They are safe in PostgreSQL; the topic is for those who watch Kafka.
      publishDeadLetters(publisher, dead).catch((error: unknown) =>
        logger.warn({ err: error }, 'dead letters could not be published'),
      );
    },
  });
  const handler = watched?.(projector) ?? projector;
  const runner = await startConsuming({ kafka, prefix, group: 'projector', handler, log: logger, onDeath, onLosses });
  return { projector, stop: () => runner.stop() };
}
