import { standardPolicy, type Action, type CaseCommand, type ServiceRef } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { availableActions, type KnownCase } from '#domain/case';
import { directory } from '../../../scripts/demo/directory.js';
import { profileOf } from '../../../scripts/demo/facts.js';
import { happens, pickOne, shuffled, type Random } from '../../../scripts/demo/random.js';
import { actorOf, consent, coordinator } from '../../support/builders.js';
import { play, type Play } from '../../support/playing.js';

const hour = 3_600_000;
const day = 24 * hour;
const fewest = 4;
const most = 22;

const services: readonly ServiceRef[] = directory.services.map(({ serviceId, organisationId, profession }) => ({
  serviceId,
  organisationId,
  profession,
}));

/** A case that people worked on for some weeks, decided by the core from random commands; its clocks fire. */
export function playCase(random: Random, start: number): Pick<Play, 'events' | 'known'> {
  const scene = play(new Date(start).toISOString());
  const caseId = uuidFrom(random);
  const lead = pickOne(random, services);
  scene.tell(actorOf(lead), {
    type: 'open-case',
    caseId,
    facts: profileOf(random, happens(random, 0.33)).facts,
    consent: consent({ givenOn: new Date(start).toISOString().slice(0, 10) }),
    policy: standardPolicy,
    lead,
  });
  const steps = fewest + Math.floor(random() * (most - fewest));
  let now = start;
  for (let step = 0; step < steps; step++) {
    now += Math.floor((0.2 + random()) * 30 * hour);
    scene.waitUntil(new Date(now).toISOString());
    const state = scene.known();
    const by = pickOne(random, viewersOf(state));
    const [action] = shuffled(random, availableActions(state, by).filter(isOrdinary(random)));
    const command = action && commandOf(random, action, state, now);
    if (command !== undefined) {
      scene.tell(by, command);
    }
  }
  return scene;
}

function viewersOf(state: KnownCase): Viewer[] {
  const asked = state.referrals.map((one) => actorOf(one.to));
  return [...(state.lead === null ? [] : [actorOf(state.lead)]), ...asked, ...asked, coordinator];
}

const rare: readonly Action['type'][] = ['withdraw-consent', 'close-case', 'recall', 'reopen-case', 'decline'];

const isOrdinary =
  (random: Random) =>
  ({ type }: Action): boolean =>
    !rare.includes(type) || happens(random, type === 'withdraw-consent' ? 0.01 : 0.3);

function commandOf(random: Random, action: Action, state: KnownCase, now: number): CaseCommand | undefined {
  const { type, referralId = '' } = action;
  switch (type) {
    case 'refer':
      return { type, mode: 'each', proposesLead: false, targets: targetsOf(random, state, 2) };
    case 'hand-on':
      return { type, referralId, mode: 'offer', targets: targetsOf(random, state, 1) };
    case 'accept':
    case 'record-first-contact':
    case 'resume':
      return { type, referralId };
    case 'record-progress':
      return { type, referralId, step: 'negotiation', noteId: uuidFrom(random) };
    case 'decline':
      return { type, referralId, reason: 'full', choice: 'capacity' };
    case 'hold':
      return { type, referralId, reason: 'awaiting-documents', until: new Date(now + 9 * day).toISOString() };
    case 'close-referral':
      return { type, referralId, outcome: 'helped' };
    case 'recall':
      return { type, referralId, reason: 'need-changed' };
    case 'answer-recall':
      return { type, referralId, agree: happens(random, 0.7) };
    case 'add-note':
      return { type, noteId: uuidFrom(random) };
    case 'amend-facts':
      return { type, facts: { ...state.facts, sizeBand: pickOne(random, ['0', '1-4', '5-9'] as const) } };
    case 'close-case':
      return { type, outcome: 'recovered' };
    case 'reopen-case':
      return { type, reason: 'new-difficulty' };
    case 'withdraw-consent':
      return { type };
    default:
      return undefined;
  }
}

function targetsOf(random: Random, state: KnownCase, count: number) {
  const asked = new Set(state.referrals.map((one) => one.to.serviceId));
  return shuffled(
    random,
    services.filter(({ serviceId }) => !asked.has(serviceId)),
  )
    .slice(0, count)
    .map((service) => ({ referralId: uuidFrom(random), service }));
}

/** A valid identifier; repeatable with the source. */
export function uuidFrom(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16));
  hex[12] = '4';
  hex[16] = '8';
  const text = hex.join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
