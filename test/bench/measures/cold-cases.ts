import { performance } from 'node:perf_hooks';
import { consent, facts } from '../../support/builders.js';
import { figure } from '../core/figure.js';
import { inTurn } from '../core/in-turn.js';
import { repeat } from '../core/rounds.js';
import type { Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { insist, send } from '../load/http-caller.js';

const clients = 32;

/** Many cases of which a worker that starts knows nothing, asked all at once: it must not read so many at a time that none is read in time. */
export const coldCases: Measure = {
  name: 'cold-cases',
  title: 'Many cold cases at once after a kill of the worker',
  async run(bench) {
    const [cases, commands] = bench.quick ? [40, 20] : [200, 40];
    const installation = await install(bench);
    try {
      const paths = await inTurn(clients, Array.from({ length: cases }), () => begin(installation, commands));
      const answers = await repeat(bench.rounds, () => answersAfterKill(installation, paths));
      return {
        figures: [
          figure(
            'first answer, from the kill',
            'ms',
            answers.map((times) => Math.min(...times)),
            { most: 5_000 },
          ),
          figure(
            'all answered, from the kill',
            'ms',
            answers.map((times) => Math.max(...times)),
            { most: 30_000 },
          ),
        ],
        remarks: [
          `${cases} cases of ${commands} commands, ${clients} clients; a client that is told to come back does, under the same key.`,
        ],
      };
    } finally {
      await installation.stop();
    }
  },
};

/** A case with so many commands behind it; answers where its next are sent. */
async function begin({ people }: Installation, commands: number): Promise<string> {
  const { caseId } = await send(people.lead, '/cases', { facts: facts(), consent: consent() });
  const path = `/cases/${caseId}/commands`;
  for (let given = 1; given < commands; given++) {
    await insist(people.lead, path, { type: 'amend-facts', facts: facts() });
  }
  return path;
}

/** When each case has answered, milliseconds from the kill. */
async function answersAfterKill({ worker, people }: Installation, paths: readonly string[]): Promise<number[]> {
  const killed = performance.now();
  await worker.kill('SIGKILL');
  const restarted = worker.restart();
  const times = await inTurn(clients, paths, async (path) => {
    await insist(people.lead, path, { type: 'amend-facts', facts: facts() });
    return performance.now() - killed;
  });
  await restarted;
  return times;
}
