import { setTimeout as sleep } from 'node:timers/promises';
import { CaseView, CommandAnswer } from '#contracts/case';
import { confirmCapacities, countOpenCases, importHistory, publishFirst } from './beginning.js';
import { chooseMove } from './moves.js';
import { openCase, openCaseForDispatch, refusalOf } from './opening.js';
import { People, pickLine } from './people.js';
import { happens, pickOne, randomFrom, type Random } from './random.js';
import { SignInRefused, type Connection } from './relais-client.js';

/** How the simulation runs: `speed` 2 is twice as fast, `seed` makes the choices repeatable. */
export type Simulation = Omit<Connection, 'outage'> & { readonly speed: number; readonly seed: number };

const firstCases = 25;
/** How many of the first cases wait in the coordinators' dispatch queue. */
const firstInDispatch = 3;
const mostOpenCases = 120;
const atOnce = 4;
const livelyForMs = 60_000;
const livelyPauseMs = 900;
const calmPauseMs = 4_000;
const stepsBetweenCounts = 15;

/** Plays the actors of the demonstration until the signal aborts; trouble with one step never ends it. Throws `SignInRefused`. */
export async function simulate(simulation: Simulation): Promise<void> {
  const { seed, speed, signal, report } = simulation;
  const random = randomFrom(seed);
  const people = new People({ ...simulation, outage: { told: false } });
  const tell = (line: string | undefined) => {
    if (line !== undefined) {
      report(line);
    }
  };
  const safely = async <Result>(what: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await what();
    } catch (error) {
      if (error instanceof SignInRefused) {
        throw error;
      }
      if (!signal.aborted) {
        report(`trouble, going on: ${error instanceof Error ? error.message : String(error)}`);
      }
      return undefined;
    }
  };

  const startedAt = Date.now();
  await safely(() => openFirstCases(random, people, report));
  // The import is one long request: the first cases are opened before it, and life goes on meanwhile.
  const importing = safely(async () => {
    tell(await importHistory(people, nowOf().slice(0, 10), 1));
    tell(await publishFirst(people, signal));
  });
  await safely(async () => tell(await confirmCapacities(people)));
  let open = firstCases;
  for (let step = 0; !signal.aborted; step += 1) {
    if (step % stepsBetweenCounts === 0) {
      open = (await safely(() => countOpenCases(people))) ?? open;
    }
    tell(await safely(() => takeStep(random, people, open < mostOpenCases)));
    const pause = Date.now() - startedAt < livelyForMs ? livelyPauseMs : calmPauseMs;
    await pauseFor((pause * (0.6 + 0.8 * random())) / speed, signal);
  }
  await importing;
}

/** Opens cases, several at a time, until the platform has its first inboxes full. */
async function openFirstCases(random: Random, people: People, report: (line: string) => void): Promise<void> {
  await people.countLines();
  const missing = firstCases - (await countOpenCases(people));
  const toOpen = Array.from({ length: Math.max(0, missing) }, (_, index) =>
    index < firstInDispatch ? openCaseForDispatch : openCase,
  );
  const openSome = async () => {
    for (let open = toOpen.pop(); open !== undefined; open = toOpen.pop()) {
      report(await open(random, people, nowOf()));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, openSome));
}

/** One thing that somebody does, told in one line; undefined when nobody found anything to do. */
async function takeStep(random: Random, people: People, roomForMore: boolean): Promise<string | undefined> {
  await people.countLines();
  if (roomForMore && happens(random, people.isSomebodyShort() ? 0.5 : 0.12)) {
    return openCase(random, people, nowOf());
  }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const line = await workOnSomething(random, people);
    if (line !== undefined) {
      return line;
    }
  }
  return undefined;
}

async function workOnSomething(random: Random, people: People): Promise<string | undefined> {
  const client = pickOne(random, [...people.working(), people.get('sofie-hub')]);
  const { person } = client;
  const line = await pickLine(random, client, (one) => people.mayTouch(person, one));
  if (line === undefined) {
    return undefined;
  }
  const read = await client.get(`/api/v1/cases/${line.caseId}`, CaseView);
  if (!read.ok) {
    return undefined;
  }
  const request = chooseMove({ random, person, line, view: read.body, now: nowOf(), favour: people.favour });
  if (request === undefined) {
    return undefined;
  }
  const to = request.type === 'refer' || request.type === 'hand-on' ? request.serviceIds : [];
  people.asked(to);
  const answer = await client.post(`/api/v1/cases/${line.caseId}/commands`, request, CommandAnswer);
  return `${line.code} ${person.name}: ${request.type}${to.length > 0 ? ` to ${to.join(', ')}` : ''}${refusalOf(answer)}`;
}

function nowOf(): string {
  return new Date().toISOString();
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    // The signal aborted: the loop sees it.
  }
}
