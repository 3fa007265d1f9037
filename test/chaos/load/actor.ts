import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { CaseView, Inbox } from '#contracts/case';
import { commandIdsOf } from '../../../apps/api/src/case/command-ids.js';
import type { DemoPerson } from '../../../scripts/demo/demonstration.js';
import { personas } from '../../../scripts/demo/personas.js';
import { happens, pickOne, type Random } from '../../../scripts/demo/random.js';
import { opening, someFacts, someNote } from './bodies.js';
import type { Caller } from './caller.js';
import { confirmCapacity } from './capacity.js';
import { somebodyOf, type CaseInPlay, type Cases } from './cases.js';
import { give, type Sending } from './giving.js';
import { illegalCommand } from './illegal.js';
import { legalBody } from './legal.js';
import { outcomeOf, type Asked } from './ledger.js';

/** What an actor works with. */
export type Stage = {
  readonly random: Random;
  readonly sending: Sending;
  readonly cases: Cases;
  readonly callerOf: (personId: string) => Caller;
};

const openers = personas.filter((one) => one.roles.some((role) => role === 'actor' || role === 'coordinator'));
const pauseWhenAway = 200;
/** Share of all steps, in this order; what is left is legal. */
const shares = { capacity: 0.03, illegal: 0.12, again: 0.05, reuse: 0.02, burst: 0.025 } as const;
const doubledShare = 0.04;
const [smallestBurst, largestBurst] = [4, 9];

/** Acts until it is stopped. */
export async function act(stage: Stage, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await step(stage);
  }
}

async function step(stage: Stage): Promise<void> {
  const { random, cases } = stage;
  if (cases.isRoom() && happens(random, 0.5)) {
    return open(stage);
  }
  const one = cases.pick(random);
  if (one === undefined) {
    await delay(pauseWhenAway);
    return;
  }
  let left = random();
  const falls = (share: number) => (left -= share) < 0;
  if (falls(shares.capacity)) {
    return confirmCapacity(stage);
  }
  if (falls(shares.illegal)) {
    return breakARule(stage, one);
  }
  if (falls(shares.again)) {
    return askAgain(stage);
  }
  if (falls(shares.reuse)) {
    return reuseKey(stage);
  }
  if (falls(shares.burst)) {
    return burst(stage, one);
  }
  return workOn(stage, one);
}

async function open({ random, cases, sending, callerOf }: Stage): Promise<void> {
  const person = pickOne(random, openers);
  await cases.openOne(async () => {
    const [key, body] = [randomUUID(), opening(random, person)];
    const { personId } = person;
    const { caseId } = commandIdsOf(personId, key, body);
    const asked = sending.book.enter({ key, personId, caseId, opens: true, body });
    return (await give(sending, callerOf(personId), asked)).view;
  }, person.personId);
}

/** Does what a view, possibly an old one, says that a person may do. */
async function workOn(stage: Stage, picked: CaseInPlay): Promise<void> {
  const { random, cases } = stage;
  const person = somebodyOf(random, picked);
  const one = happens(random, 0.1) ? await fromInbox(stage, person) : picked;
  if (one === undefined) {
    return;
  }
  const held = one.views.get(person.personId);
  const view = held !== undefined && happens(random, 0.6) ? held : await look(stage, one, person);
  const body = view && legalBody(random, view, one.long);
  if (body === undefined) {
    cases.forget(one, person.personId);
    return;
  }
  await command(stage, one, person, body);
}

async function command(stage: Stage, one: CaseInPlay, person: DemoPerson, body: unknown): Promise<void> {
  const { random, cases, sending, callerOf } = stage;
  const { personId } = person;
  const asked = sending.book.enter({ key: randomUUID(), personId, caseId: one.caseId, opens: false, body });
  const caller = callerOf(personId);
  const twice = happens(random, doubledShare) ? [give(sending, caller, asked)] : [];
  const [{ told, view }] = await Promise.all([give(sending, caller, asked), ...twice]);
  if (view === undefined || told.outcome !== 'accepted') {
    cases.forget(one, personId);
  } else {
    cases.saw(random, one, personId, view);
  }
}

async function look(stage: Stage, one: CaseInPlay, person: DemoPerson): Promise<CaseView | undefined> {
  const { random, cases, sending, callerOf } = stage;
  const { personId } = person;
  // As the web application does: what is shown must not be older than what was seen.
  const seen = sending.book.seenOf(personId, one.caseId);
  const reply = await callerOf(personId).ask(sending.nextApi(), {
    method: 'GET',
    path: `/cases/${one.caseId}${seen === 0 ? '' : `?atLeast=${seen}`}`,
  });
  if ('lost' in reply || reply.status >= 500) {
    await delay(pauseWhenAway);
    return undefined;
  }
  if (reply.status !== 200) {
    return undefined;
  }
  const view = CaseView.parse(reply.body);
  sending.book.read(personId, seen, view);
  cases.saw(random, one, personId, view);
  return view;
}

/** A case in play from somebody's inbox. */
async function fromInbox({ random, cases, sending, callerOf }: Stage, person: DemoPerson) {
  const reply = await callerOf(person.personId).ask(sending.nextApi(), { method: 'GET', path: '/inbox' });
  if ('lost' in reply || reply.status !== 200) {
    await delay(pauseWhenAway);
    return undefined;
  }
  const mine = Inbox.parse(reply.body).lines.flatMap((line) => cases.find(line.caseId) ?? []);
  return mine.length === 0 ? undefined : pickOne(random, mine);
}

/** Many commands on one case at the same time. */
async function burst(stage: Stage, one: CaseInPlay): Promise<void> {
  const { random } = stage;
  const size = smallestBurst + Math.floor(random() * (largestBurst - smallestBurst));
  await Promise.all(
    Array.from({ length: size }, () => {
      const body = happens(random, 0.5)
        ? { type: 'add-note', note: someNote(random) }
        : { type: 'amend-facts', facts: someFacts(random) };
      return command(stage, one, somebodyOf(random, one), body);
    }),
  );
}

async function breakARule({ random, sending, callerOf }: Stage, one: CaseInPlay): Promise<void> {
  const { person, body, opens, mustRefuse, caseId = one.caseId, key = randomUUID() } = illegalCommand(random, one);
  const { personId } = person;
  const asked = sending.book.enter({
    key,
    personId,
    caseId: opens ? commandIdsOf(personId, key, body).caseId : caseId,
    opens,
    body,
    ...(mustRefuse !== undefined && { mustRefuse }),
  });
  await give(sending, callerOf(personId), asked);
}

/** Sends a command that has its answer once more. */
async function askAgain({ random, sending, callerOf }: Stage): Promise<void> {
  const before = someAnswered(random, sending);
  if (before !== undefined) {
    await give(sending, callerOf(before.personId), before);
  }
}

/** Asks something else under the key of a command that was accepted. */
async function reuseKey({ random, sending, callerOf }: Stage): Promise<void> {
  const before = someAnswered(random, sending);
  if (before === undefined || before.opens || outcomeOf(before) !== 'accepted') {
    return;
  }
  const { key, personId, caseId } = before;
  const body = { type: 'amend-facts', facts: someFacts(random) };
  const asked = sending.book.enter({ key, personId, caseId, opens: false, body, mustRefuse: ['key-reused'] }, before);
  await give(sending, callerOf(personId), asked);
}

function someAnswered(random: Random, { book }: Sending): Asked | undefined {
  const all = book.all();
  const asked = all.length === 0 ? undefined : pickOne(random, all.slice(-1_000));
  return asked !== undefined && asked.tries.length > 0 && book.isRemembered(asked) ? asked : undefined;
}
