import type { Policy } from '#contracts/case';
import { standardPolicy } from '#contracts/case/codes';
import { initialCase, type CaseState } from '#domain/case';
import type { CaseInput } from '#workflows';
import { happens, pickOne, type Random } from '../../scripts/demo/random.js';
import { actorOf, continuousPolicy, coordinator, openCase, services, uuid } from '../support/builders.js';
import { Callers } from './callers.js';
import { check } from './checker.js';
import { anyCommand } from './commands.js';
import { workflowTime } from './engines/execution.js';
import { pauseIn } from './engines/timers.js';
import { Installation, type Breaks } from './installation.js';
import { World, type Play } from './world.js';

const hour = 3_600_000;
const month = 30 * 24 * hour;
const neverOpened = uuid(0xdead);
const paces = [20, 500, 20_000, hour] as const;

/** What happened in a schedule, in numbers. */
export type Tally = {
  readonly commands: number;
  readonly accepted: number;
  readonly events: number;
  readonly runs: number;
};

/**
 * Plays one schedule: everything in it, and that it is in order at the end, follows from the seed.
 * @throws Violation when Relais broke a promise
 */
export async function playSchedule(play: Play, breaks: Breaks = {}): Promise<Tally> {
  const world = new World(play);
  const realNow = Date.now;
  Date.now = () => workflowTime() ?? world.now;
  pauseIn(world);
  try {
    return await playIn(world, breaks);
  } finally {
    Date.now = realNow;
    pauseIn(undefined);
  }
}

async function playIn(world: World, breaks: Breaks): Promise<Tally> {
  const random = world.actors;
  const installation = new Installation(
    world,
    {
      partitions: 1 + Math.floor(random() * 2),
      projectors: world.goesWrong('second-projector', 0.5) ? 2 : 1,
      limits: limitsOf(random),
    },
    breaks,
  );
  const callers = new Callers(world, installation.temporal);
  const end = arrange(world, installation, callers);
  world.after(end, () => {
    world.say(() => 'nothing goes wrong any more');
    world.stormy = false;
  });
  await world.run();
  await settle(world, installation);
  await check(world, installation, callers.asked);
  return {
    commands: callers.asked.length,
    accepted: callers.asked.filter(({ told }) => told.some((one) => one.kind === 'accepted')).length,
    events: installation.store.log.size,
    runs: [...installation.temporal.runs.values()].flat().length,
  };
}

/** Lets the operator repair what is left, and lets every clock that is due have its effect. */
async function settle(world: World, installation: Installation): Promise<void> {
  for (const pause of [0, 60_000]) {
    world.after(pause, () => {
      void installation.redrive();
    });
    await world.run();
  }
}

/** Plans who asks what and when; answers when the storm is over, in milliseconds. */
function arrange(world: World, installation: Installation, callers: Callers): number {
  const random = world.actors;
  const pace = pickOne(random, paces);
  let ids = 0xa000;
  const situation = () => ({ random, now: world.now, pace, nextId: () => uuid(++ids) });
  const caseIds = Array.from({ length: 1 + Math.floor(random() * 1.4) }, (_, index) => uuid(index + 1));
  const planned = 5 + Math.floor(random() * 20);
  const count = Math.min(planned, world.play.commands ?? planned);
  let time = 0;
  for (const caseId of caseIds) {
    const policy = seldomAgain(happens(random, 0.3) ? standardPolicy : continuousPolicy(pace));
    const by = happens(random, 0.05) ? coordinator : actorOf(services.accountant);
    const commandId = `open-${caseId.slice(-2)}`;
    world.after(random() * 50, () => {
      void callers.give(caseId, { commandId, fingerprint: 'open', by, command: openCase(caseId, { policy }) });
    });
  }
  for (let number = 1; number <= count; number++) {
    time += gap(random, pace);
    world.after(50 + time, () => {
      const wanted = pickOne(random, caseIds);
      // Nobody learns the id of a case before it is there. Of one that is not, no refusal can be remembered either.
      const caseId = installation.temporal.lastRun(wanted) === undefined ? neverOpened : wanted;
      const before = happens(random, 0.03) ? callers.asked.at(-1) : undefined;
      const chosen = anyCommand(stateOf(installation, caseId), situation());
      const isRepeated = before?.caseId === caseId && before.told.at(-1)?.kind === 'accepted';
      const commandId = isRepeated ? before.request.commandId : `command-${number}`;
      void callers.give(caseId, { commandId, fingerprint: `of ${number}`, ...chosen });
    });
  }
  const length = time + (happens(random, 0.2) ? 27 * month * random() : 20_000 * random());
  for (let times = 0; times < 3; times++) {
    if (world.goesWrong('server-crash', 0.2)) {
      world.after(time * random(), () => installation.temporal.crash());
    }
    if (world.goesWrong('rewind', 0.4)) {
      world.after(time * random(), () => installation.broker.rewind());
    }
  }
  return length + 100;
}

/** Of a case that nobody touches for two years the coordinators would be told every week, and a schedule would play little else. */
function seldomAgain(policy: Policy): Policy {
  return { ...policy, again: 20 * (policy.again ?? 0) };
}

function gap(random: Random, pace: number): number {
  const kind = random();
  if (kind < 0.45) {
    return random() * 3;
  }
  if (kind < 0.6) {
    return random() * 200;
  }
  return kind < 0.95 ? random() * pace : kind < 0.99 ? 6 * random() * pace : random() * 8 * month;
}

function limitsOf(random: Random): CaseInput['limits'] {
  const kind = random();
  if (kind < 0.6) {
    // Half of them forget so soon that a repetition comes too late; no draw of its own, so that schedules stay what they were.
    const remembered = kind < 0.3 ? { remembered: 1 + Math.floor(kind * 10) } : {};
    return { commands: 2 + Math.floor(random() * 8), historyEvents: 1000, ...remembered };
  }
  return kind < 0.8 ? { commands: 200, historyEvents: 30 + Math.floor(random() * 120) } : undefined;
}

/** The case as somebody sees it who acts now: mostly as it is, sometimes as it was. */
function stateOf({ temporal, store }: Installation, caseId: string): CaseState {
  const current = temporal.lastRun(caseId)?.cached?.query?.() as CaseState | undefined;
  return current ?? store.cases.get(caseId)?.state ?? initialCase;
}
