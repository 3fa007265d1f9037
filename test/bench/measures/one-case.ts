import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { CommandAnswer } from '#contracts/case';
import { consent, facts } from '../../support/builders.js';
import { comparison, figure } from '../core/figure.js';
import { repeat } from '../core/rounds.js';
import { quantile } from '../core/statistics.js';
import type { Measure } from '../ground/bench.js';
import { install, type Installation } from '../ground/installation.js';
import { send } from '../load/http-caller.js';

/** Commands around which the time is taken. */
const window = 20;
const atOnce = 6;
const manyAtOnce = 40;
/** After which nothing of the last command is on its way any more. */
const atRest = 2_000;

/** One long case: its 10th, 2,000th and 5,000th command, its first answer after a kill of the worker, and many at once. */
export const oneCase: Measure = {
  name: 'one-case',
  title: 'One case of 5,000 commands',
  async run(bench) {
    const [middle, last] = bench.quick ? [200, 500] : [2_000, 5_000];
    const installation = await install(bench);
    try {
      // Only so that the 10th command is not the first that a fresh process sees.
      await around(await begin(installation), 60);
      const long = await begin(installation);
      const tenth = await around(long, 10);
      const second = await around(long, middle);
      const third = await around(long, last);
      const colds = await repeat(bench.rounds, () => coldAnswer(installation, long, atRest));
      const broken = await repeat(bench.rounds, () => coldAnswer(installation, long, 0));
      const crowds = await repeat(bench.rounds, () => crowd(long));
      const ms = 'ms';
      return {
        figures: [
          comparison(`command ${middle} against the 10th`, ms, [second.median], [tenth.median]),
          comparison(`command ${last} against the 10th`, ms, [third.median], [tenth.median], { most: 1.2 }),
          figure(
            'first answer after a kill at rest, from serving again',
            ms,
            colds.map((one) => one.fromServing),
            { most: 1_000 },
          ),
          figure(
            'first answer after a kill at rest, from the kill',
            ms,
            colds.map((one) => one.fromKill),
          ),
          figure(
            'first answer after a kill right after an answer, from the kill',
            ms,
            broken.map((one) => one.fromKill),
          ),
          figure(`${manyAtOnce} commands at once, until all are answered`, ms, crowds),
        ],
        remarks: [
          `The commands are record-progress without a note; each figure is the median of ${window}. Every answer is the whole case: ${tenth.kilobytes.toFixed(0)} KB, then ${second.kilobytes.toFixed(0)} KB, then ${third.kilobytes.toFixed(0)} KB.`,
          'Between the points six commands are on their way at a time. None was refused.',
        ],
      };
    } finally {
      await installation.stop();
    }
  },
};

type LongCase = { given: number; give(): Promise<CommandAnswer> };

async function begin({ people }: Installation): Promise<LongCase> {
  const { caseId } = await send(people.lead, '/cases', { facts: facts(), consent: consent() });
  const path = `/cases/${caseId}/commands`;
  const asked = await send(people.lead, path, { type: 'refer', serviceIds: ['itaa-accountants'] });
  const referralId = asked.case.referrals[0]?.referralId;
  await send(people.accountant, path, { type: 'accept', referralId });
  await send(people.accountant, path, { type: 'record-first-contact', referralId });
  const long = {
    given: 4,
    give: () => {
      long.given++;
      return send(people.accountant, path, { type: 'record-progress', referralId, step: 'negotiation' });
    },
  };
  return long;
}

/** The median time (ms) of the commands around the given one, and the size of an answer. */
async function around(long: LongCase, number: number): Promise<{ median: number; kilobytes: number }> {
  const hurry = async () => {
    while (long.given < number - window / 2 - atOnce) {
      await long.give();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, hurry));
  const times: number[] = [];
  let size = 0;
  for (let index = 0; index < window; index++) {
    const from = performance.now();
    const answer = await long.give();
    times.push(performance.now() - from);
    size = JSON.stringify(answer).length;
  }
  return { median: quantile(times, 0.5), kilobytes: size / 1000 };
}

async function coldAnswer({ worker }: Pick<Installation, 'worker'>, long: LongCase, rest: number) {
  await long.give();
  await delay(rest);
  const killed = performance.now();
  await worker.kill('SIGKILL');
  await worker.restart();
  const serving = performance.now();
  await long.give();
  return { fromServing: performance.now() - serving, fromKill: performance.now() - killed };
}

async function crowd(long: LongCase): Promise<number> {
  const from = performance.now();
  await Promise.all(Array.from({ length: manyAtOnce }, () => long.give()));
  return performance.now() - from;
}
