import { startChild } from '../core/child.js';
import { comparison, figure } from '../core/figure.js';
import { alternate, repeat } from '../core/rounds.js';
import { eventsOfManyCases, publishAll } from '../events/stream.js';
import type { Measure } from '../ground/bench.js';
import { prepareProjection } from '../ground/projection.js';
import { copyOnce, rebuildOnce } from '../ground/rebuilding.js';

/** How fast events become projections. */
export const projector: Measure = {
  name: 'projector',
  title: 'Projector against a plain TypeORM insert, duplicates, rebuild against COPY',
  async run(bench) {
    const { engines, rounds } = bench;
    const events = eventsOfManyCases(bench.quick ? 12_000 : 60_000);
    const count = events.length;
    const ground = await prepareProjection(bench);
    const insertion = {
      databaseUrl: ground.databaseUrl,
      brokers: engines.kafka.address,
      prefix: ground.prefix,
      count,
    };
    const rate = (seconds: number) => count / seconds;
    const insert = async (how: 'insert' | 'readAndInsert') => {
      const child = startChild('insertion');
      try {
        return await child.ask<number>(how, insertion);
      } finally {
        await child.stop();
      }
    };
    try {
      await publishAll(engines.kafka.address, ground.prefix, events);
      const cases = new Set(events.map((one) => one.caseId)).size;
      bench.say(`  ${count} events of ${cases} cases are in Kafka`);
      const passes = await alternate(
        rounds,
        async () => {
          await ground.empty();
          const first = await ground.pass(count);
          await ground.rewind();
          return { first, second: await ground.pass(count) };
        },
        async () => ({ reading: await insert('readAndInsert'), memory: await insert('insert') }),
      );
      const first = passes.relais.map((one) => rate(one.first));
      const rebuilds = await repeat(rounds, async () => ({
        rebuild: await rebuildOnce(ground),
        copy: await copyOnce(ground.sql, engines.folder),
      }));
      const building = rebuilds.map((one) => rate(one.rebuild.building));
      const copied = (which: 'all' | 'log') => rebuilds.map((one) => rate(one.copy[which]));
      return {
        figures: [
          comparison(
            'projector, bare inserts from memory',
            'events/s',
            first,
            passes.bare.map((one) => rate(one.memory)),
            {
              least: 0.8,
            },
          ),
          comparison(
            'projector, bare reads and inserts',
            'events/s',
            first,
            passes.bare.map((one) => rate(one.reading)),
          ),
          figure(
            'second pass, all duplicates',
            'events/s',
            passes.relais.map((one) => rate(one.second)),
          ),
          comparison('rebuild, COPY of all its rows', 'events/s', building, copied('all'), { least: 0.3 }),
          comparison('rebuild, COPY of the event log alone', 'events/s', building, copied('log')),
          figure(
            'rebuild, the whole command',
            's',
            rebuilds.map((one) => one.rebuild.command),
          ),
        ],
        remarks: [
          `${count} events of ${cases} cases in 6 partitions, decided by the core from random commands. The projector keeps six tables and the feed; bare inserts one row per event into a table like event_log, 500 at a time through TypeORM's repository.`,
          'The projector is ready and waits for its positions when the clock starts; the time ends when every position is at the end of its partition.',
          'Rebuild: from the making of the second schema to its taking over. COPY is of the server, from files, into empty tables with the same indexes.',
        ],
      };
    } finally {
      await ground.stop();
    }
  },
};
