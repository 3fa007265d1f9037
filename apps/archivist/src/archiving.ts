import { startConsuming, type Kafka, type Losses, type ParseRecord } from '#messaging';
import type { Database } from '#persistence/kernel';
import type { Logger } from '#runtime';
import { Archivist } from './archivist.js';

type ArchivingOptions = {
  readonly kafka: Kafka;
  readonly prefix: string;
  readonly database: Database;
  readonly logger: Logger;
  readonly onDeath: (reason: Error) => void;
  readonly onLosses?: (losses: Losses) => void;
  readonly onTaken?: (events: number) => void;
  readonly onPassedOver?: () => void;
  readonly parse?: ParseRecord;
  /** Milliseconds between two looks whether the archive was emptied. */
  readonly lookEvery?: number;
};

const lookEvery = 5_000;

/** An archivist that reads. */
export type Archiving = { readonly archivist: Archivist; stop(): Promise<void> };

/** Begins to take events in as a member of the group of archivists. */
export async function startArchiving(options: ArchivingOptions): Promise<Archiving> {
  const { kafka, prefix, logger, onDeath, onLosses } = options;
  const archivist = new Archivist(options);
  const runner = await startConsuming({
    kafka,
    prefix,
    group: 'archivist',
    handler: archivist,
    log: logger,
    onDeath,
    onLosses,
  });
  // A look waits for PostgreSQL as long as that takes; one at a time is enough.
  let isLooking = false;
  const look = async () => {
    if (isLooking) {
      return;
    }
    isLooking = true;
    try {
      await runner.beginAgainWhereEmptied();
    } catch (error) {
      logger.warn({ err: error }, 'could not begin again');
    }
    isLooking = false;
  };
  const looking = setInterval(() => void look(), options.lookEvery ?? lookEvery);
  return {
    archivist,
    stop: () => {
      clearInterval(looking);
      return runner.stop();
    },
  };
}
