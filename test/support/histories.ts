import type { CaseEvent, CaseFacts } from '#contracts/case';
import { actorOf, facts, openCase, services, uuid } from './builders.js';
import { play, type Play } from './playing.js';

const start = '2026-09-01T08:00:00.000Z';

/** Number of events in a `referredCase`. */
export const eventsOfReferredCase = 5;

/** A case of number `n` that is opened, referred to the mediator, accepted, met, and whose facts are then corrected. */
export function referredCase(n: number): Play {
  const caseId = uuid(1_000 + n);
  const referralId = uuid(500_000 + n);
  const [lead, mediator] = [actorOf(services.accountant), actorOf(services.mediator)];
  const scene = play(start);
  scene.tell(lead, openCase(caseId));
  scene.tell(lead, {
    type: 'refer',
    targets: [{ referralId, service: services.mediator }],
    mode: 'each',
    proposesLead: false,
  });
  scene.tell(mediator, { type: 'accept', referralId });
  scene.tell(mediator, { type: 'record-first-contact', referralId });
  scene.tell(lead, { type: 'amend-facts', facts: facts({ sector: n % 2 === 0 ? 'retail' : 'horeca' }) });
  return scene;
}

/** The events of so many such cases, case by case, from number `from` on. */
export const referredCases = (from: number, count: number): (readonly CaseEvent[])[] =>
  Array.from({ length: count }, (_, index) => referredCase(from + index).events);

/** A case whose consent is withdrawn after it was referred. */
export function withdrawnCase(n: number): readonly CaseEvent[] {
  const scene = referredCase(n);
  // Not by `expect`: the chaos tool tells of this case too, and knows no jest.
  if (scene.tell(actorOf(services.accountant), { type: 'withdraw-consent' }) !== undefined) {
    throw new Error('consent can be withdrawn');
  }
  return scene.events;
}

/** The only event of an imported case of number `n`. */
export function importedCase(n: number, change: Partial<CaseFacts> = {}): CaseEvent {
  const caseId = uuid(2_000_000 + n);
  return {
    id: `${caseId}:1`,
    caseId,
    sequence: 1,
    time: '2024-02-01T11:00:00.000Z',
    by: { kind: 'import', batchId: uuid(1) },
    type: 'relais.case.imported.v1',
    data: {
      facts: facts(change),
      openedOn: '2024-02-01T11:00:00.000Z',
      closedOn: '2024-06-01T11:00:00.000Z',
      outcome: 'recovered',
    },
  };
}
