import { expect } from '@jest/globals';
import type { CaseCommand } from '#contracts/case';
import { actorOf, openCase, services, uuid } from './builders.js';
import { play, type Play } from './playing.js';

/** The person who leads the case of a scene. */
export const lead = actorOf(services.accountant);
export const mediator = actorOf(services.mediator);
export const secondMediator = actorOf(services.secondMediator);
export const psychologist = actorOf(services.psychologist);
export const [toMediator, toSecondMediator, toPsychologist] = [uuid(11), uuid(12), uuid(13)];

/** Tuesday morning, 10:00 in Brussels. */
export const tuesday = '2026-09-01T08:00:00.000Z';

/** A case that was just opened. */
export function opened(change: Parameters<typeof openCase>[1] = {}): Play {
  const scene = play(tuesday);
  expect(scene.tell(lead, openCase(uuid(1), change))).toBeUndefined();
  return scene;
}

/** Refers to the mediator, changed as given. */
export function refer(change: Partial<Extract<CaseCommand, { type: 'refer' }>> = {}): CaseCommand {
  return {
    type: 'refer',
    targets: [{ referralId: toMediator, service: services.mediator }],
    mode: 'each',
    proposesLead: false,
    ...change,
  };
}

/** Offers the case to two mediators. */
export const offerToTwo = refer({
  mode: 'offer',
  targets: [
    { referralId: toMediator, service: services.mediator },
    { referralId: toSecondMediator, service: services.secondMediator },
  ],
});

/** The state of one referral of a scene. */
export const stateOf = (scene: Play, referralId: string) =>
  scene.known().referrals.find((one) => one.referralId === referralId)?.state;
