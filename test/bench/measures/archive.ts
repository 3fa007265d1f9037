import { comparison, figure } from '../core/figure.js';
import { alternate } from '../core/rounds.js';
import { eventsOfManyCases, publishAll } from '../events/stream.js';
import { prepareArchive } from '../ground/archiving.js';
import type { Measure } from '../ground/bench.js';
import { prepareProjection } from '../ground/projection.js';

/** How fast events come into the analysts' archive. */
export const archive: Measure = {
  name: 'archive',
  title: 'Archivist, filing included, against the projector',
  async run(bench) {
    const events = eventsOfManyCases(bench.quick ? 12_000 : 60_000);
    const count = events.length;
    const ground = await prepareProjection(bench);
    const archiving = await prepareArchive(ground, bench);
    try {
      await publishAll(bench.engines.kafka.address, ground.prefix, events);
      bench.say(`  ${count} events are in Kafka`);
      const passes = await alternate(
        bench.rounds,
        () => archiving.pass(count),
        async () => {
          await ground.empty();
          return ground.pass(count);
        },
      );
      const projected = passes.bare.map((seconds) => count / seconds);
      return {
        figures: [
          comparison(
            'archivist until all is in files, projector',
            'events/s',
            passes.relais.map(({ filing }) => count / filing),
            projected,
            { least: 1 },
          ),
          comparison(
            'archivist until all is in PostgreSQL, projector',
            'events/s',
            passes.relais.map(({ taking }) => count / taking),
            projected,
          ),
          figure(
            'Parquet',
            'bytes/event',
            passes.relais.map(({ bytes }) => bytes / count),
          ),
        ],
        remarks: [
          `${count} events in 6 partitions. Each is ready and waits for its positions when the clock starts. The archivist writes files while it takes in, and the rest when all is in.`,
        ],
      };
    } finally {
      await archiving.stop();
      await ground.stop();
    }
  },
};
