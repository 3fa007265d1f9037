import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#contracts/case';
import { consent, continuousPolicy, coordinator, facts, services, uuid } from '#test/builders';
import type { Play } from '#test/playing';
import {
  lead,
  mediator,
  offerToTwo,
  opened,
  psychologist,
  refer,
  secondMediator,
  stateOf,
  toMediator,
  toPsychologist,
  toSecondMediator,
} from '#test/scenes';
import { availableActions, inboxLinesOf, maySeeCase, nextDeadline } from './index.js';

const accept: CaseCommand = { type: 'accept', referralId: toMediator };
const decline: CaseCommand = { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' };
const undo: CaseCommand = { type: 'undo-answer', referralId: toMediator };
const tooLate = { code: 'undo-too-late', params: { minutes: 10 } };

/** The case as the mediator had it before answering, and after the answer. */
function answered(
  answer: CaseCommand,
  asked: CaseCommand = refer(),
): { scene: Play; before: ReturnType<Play['known']> } {
  const scene = opened();
  scene.tell(lead, asked);
  const before = scene.known();
  scene.waitUntil('2026-09-01T08:20:00.000Z');
  expect(scene.tell(mediator, answer)).toBeUndefined();
  return { scene, before };
}

describe('an answer given by mistake', () => {
  it.each([
    ['accepted', accept],
    ['declined', decline],
  ])('%s is as if it had never been given, with the clocks of when help was asked', (_name, answer) => {
    const { scene, before } = answered(answer);
    expect(scene.tell(mediator, undo)).toBeUndefined();
    expect(scene.known().referrals).toEqual(before.referrals);
    expect(scene.known().dispatch).toBeNull();
    expect(nextDeadline(scene.known())).toBe(before.referrals[0]?.remindAt);
  });

  it('that declined is offered to be undone to a service that sees the case no more, and it sees it again', () => {
    const { scene } = answered(decline);
    expect(scene.known().dispatch).not.toBeNull();
    expect(availableActions(scene.known(), mediator)).toEqual([{ type: 'undo-answer', referralId: toMediator }]);
    scene.tell(mediator, undo);
    expect(inboxLinesOf(scene.known())).toMatchObject([
      { key: `${toMediator}:receiver`, bucket: 'to-answer', visible: true },
      { key: `${toMediator}:sender`, bucket: 'waiting-on-others' },
    ]);
  });

  it('of an offer asks the others again', () => {
    const { scene, before } = answered(accept, offerToTwo);
    expect(stateOf(scene, toSecondMediator)).toBe('released');
    scene.tell(mediator, undo);
    expect(scene.known().referrals).toEqual(before.referrals);
    expect(scene.tell(secondMediator, { type: 'accept', referralId: toSecondMediator })).toBeUndefined();
    expect(stateOf(scene, toMediator)).toBe('released');
  });

  it('can be undone for ten minutes', () => {
    const { scene } = answered(accept);
    scene.waitUntil('2026-09-01T08:29:59.999Z');
    expect(availableActions(scene.known(), mediator)).toContainEqual({ type: 'undo-answer', referralId: toMediator });
    scene.waitUntil('2026-09-01T08:30:00.000Z');
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('is undone by its service alone', () => {
    const { scene } = answered(accept);
    expect(scene.tell(lead, undo)).toMatchObject({ code: 'not-your-referral' });
    expect(scene.tell(psychologist, undo)).toMatchObject({ code: 'case-not-found' });
  });

  it('stands once the entrepreneur was met, or the sender asked for the request back', () => {
    const met = answered(accept).scene;
    met.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
    expect(met.tell(mediator, undo)).toMatchObject({ code: 'wrong-state' });
    const { scene } = answered(accept);
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
    scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: false });
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('stands once it made the service lead the case', () => {
    const { scene } = answered(accept, refer({ proposesLead: true }));
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('that declined stands once somebody else was asked, the coordinators have decided, or the case is closed', () => {
    const asked = answered(decline).scene;
    asked.tell(lead, refer({ targets: [{ referralId: toPsychologist, service: services.psychologist }] }));
    expect(asked.tell(mediator, undo)).toEqual(tooLate);
    const decided = answered(decline).scene;
    expect(decided.tell(coordinator, { type: 'resolve-dispatch', resolution: 'back-to-lead' })).toBeUndefined();
    expect(decided.tell(mediator, undo)).toEqual(tooLate);
    const closed = answered(decline).scene;
    expect(closed.tell(lead, { type: 'close-case', outcome: 'recovered' })).toBeUndefined();
    expect(closed.tell(mediator, undo)).toEqual(tooLate);
    expect(availableActions(closed.known(), mediator)).toEqual([]);
  });

  it('stands once the request itself would have expired, when that comes first', () => {
    const scene = opened();
    scene.tell(lead, refer());
    const { expiresAt = '' } = scene.known().referrals[0] ?? {};
    scene.waitUntil(new Date(Date.parse(expiresAt) - 4 * 60_000).toISOString());
    expect(scene.tell(mediator, accept)).toBeUndefined();
    scene.waitUntil(expiresAt);
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('takes with it that the coordinators were told of a first contact which nobody owes any more', () => {
    const scene = opened({ policy: { ...continuousPolicy(3_600_000), firstContact: 5 } });
    scene.tell(lead, refer());
    const before = scene.known();
    scene.tell(mediator, accept);
    scene.waitUntil('2026-09-01T08:06:00.000Z');
    expect(scene.known().referrals).toMatchObject([{ escalated: 'no-first-contact' }]);
    expect(scene.tell(mediator, undo)).toBeUndefined();
    expect(scene.known().referrals).toEqual(before.referrals);
    expect(inboxLinesOf(scene.known()).filter((line) => line.bucket === 'escalated')).toEqual([]);
  });

  it('that declined hid the case until it was undone: a service that declines after all knows what it saw last', () => {
    const { scene } = answered(decline);
    const shown = () => inboxLinesOf(scene.known()).find((line) => line.key === `${toMediator}:receiver`)?.facts;
    scene.tell(lead, { type: 'amend-facts', facts: facts({ sector: 'transport' }) });
    expect(shown()).toMatchObject({ sector: 'horeca' });
    scene.tell(mediator, undo);
    expect(shown()).toMatchObject({ sector: 'transport' });
    scene.tell(mediator, decline);
    expect(shown()).toMatchObject({ sector: 'transport' });
  });

  it('that declined stands once another service has taken the offer', () => {
    const { scene } = answered(decline, offerToTwo);
    scene.tell(secondMediator, { type: 'accept', referralId: toSecondMediator });
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
    scene.tell(secondMediator, { type: 'close-referral', referralId: toSecondMediator, outcome: 'helped' });
    scene.tell(lead, { type: 'add-note', noteId: uuid(60) });
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('that declined is undone though the other of the offer has declined too, and nobody waits for the coordinators', () => {
    const { scene } = answered(decline, offerToTwo);
    scene.tell(secondMediator, { type: 'decline', referralId: toSecondMediator, reason: 'full', choice: 'capacity' });
    expect(scene.known().dispatch).not.toBeNull();
    expect(scene.tell(mediator, undo)).toBeUndefined();
    expect(scene.known().dispatch).toBeNull();
    expect(scene.known().past?.queued).toBe(0);
    expect(stateOf(scene, toSecondMediator)).toBe('declined');
  });

  it('that declined stands, and the case stays out of sight, when the entrepreneur agrees to the profession no more', () => {
    const { scene } = answered(decline);
    scene.tell(lead, { type: 'renew-consent', consent: consent({ professions: ['psychologist'] }) });
    scene.tell(lead, { type: 'amend-facts', facts: facts({ municipality: '21004' }) });
    expect(scene.tell(mediator, undo)).toMatchObject({ code: 'no-consent' });
    expect(maySeeCase(scene.known(), mediator)).toBe(false);
  });

  it('of an offer asks nobody again to whom the entrepreneur agrees no more, or who was asked anew', () => {
    const toBoth = refer({
      mode: 'offer',
      targets: [
        { referralId: toMediator, service: services.mediator },
        { referralId: toPsychologist, service: services.psychologist },
      ],
    });
    const { scene } = answered(accept, toBoth);
    scene.tell(lead, { type: 'renew-consent', consent: consent({ professions: ['mediator'] }) });
    scene.tell(mediator, undo);
    expect(stateOf(scene, toPsychologist)).toBe('released');
    expect(maySeeCase(scene.known(), psychologist)).toBe(false);

    const anew = answered(accept, offerToTwo).scene;
    anew.tell(lead, refer({ targets: [{ referralId: uuid(50), service: services.secondMediator }] }));
    anew.tell(mediator, undo);
    expect([stateOf(anew, toMediator), stateOf(anew, toSecondMediator), stateOf(anew, uuid(50))]).toEqual([
      'sent',
      'released',
      'sent',
    ]);
  });

  it('of an offer asks nobody again whom an answer before had released, and who has declined since', () => {
    const { scene } = answered(accept, offerToTwo);
    scene.tell(lead, refer({ targets: [{ referralId: uuid(50), service: services.secondMediator }] }));
    scene.tell(mediator, undo);
    scene.tell(secondMediator, { type: 'decline', referralId: uuid(50), reason: 'full', choice: 'capacity' });
    scene.waitUntil('2026-09-01T08:40:00.000Z');
    scene.tell(mediator, accept);
    expect(scene.tell(mediator, undo)).toBeUndefined();
    expect([stateOf(scene, toMediator), stateOf(scene, toSecondMediator)]).toEqual(['sent', 'released']);
  });

  it('stands once the sender has called another service back because of it', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(lead, refer({ targets: [{ referralId: toPsychologist, service: services.psychologist }] }));
    scene.tell(mediator, accept);
    scene.tell(lead, { type: 'recall', referralId: toPsychologist, reason: 'need-changed' });
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });

  it('that handed the request on stands', () => {
    const { scene } = answered({
      type: 'hand-on',
      referralId: toMediator,
      mode: 'offer',
      targets: [{ referralId: uuid(40), service: services.psychologist }],
    });
    expect(scene.tell(mediator, undo)).toEqual(tooLate);
  });
});
