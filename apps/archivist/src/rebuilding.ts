import { eventTopics, HeldLog, topicOf, type Kafka } from '#messaging';
import { emptyArchive, fileAlone, readArchiveMarks, readArchivePlaces } from '#persistence/analysis';
import type { Database } from '#persistence/kernel';

type RebuildOptions = {
  readonly database: Pick<Database, 'query' | 'transaction'>;
  readonly kafka: Kafka;
  readonly prefix: string;
  /** Empties it although Kafka does not hold all of it. */
  readonly acceptLoss?: boolean;
};

/**
 * Empties the archive, which the archivists then fill again from Kafka.
 * @throws Error when Kafka cannot give all of it back, unless that is accepted
 */
export async function rebuildArchive({ database, kafka, prefix, acceptLoss = false }: RebuildOptions): Promise<void> {
  const held = new HeldLog(kafka);
  try {
    for (const name of acceptLoss ? [] : eventTopics) {
      const topic = topicOf(prefix, name);
      const marks = await readArchiveMarks(database, topic);
      for (const [partition, next] of await readArchivePlaces(database, topic)) {
        const loss = await held.lossOfAll({ topic, partition, next, mark: marks.get(partition) });
        if (loss !== undefined) {
          throw new Error(`${loss}; restore Kafka, or give --accept-loss to forget what it does not hold`);
        }
      }
    }
  } finally {
    await held.stop();
  }
  await database.transaction(async (sql) => {
    await fileAlone(sql);
    await emptyArchive(sql);
  });
}
