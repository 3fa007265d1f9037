import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#contracts/people';
import { consent, coordinator, facts, openCase, outsider, platformCoordinator, services, uuid } from '#test/builders';
import { play } from '#test/playing';
import {
  lead,
  mediator,
  offerToTwo,
  opened,
  refer,
  secondMediator,
  stateOf,
  toMediator,
  toPsychologist,
  toSecondMediator,
  tuesday,
} from '#test/scenes';
import { asLastKnownTo, availableActions, inboxLinesOf, maySeeCase, overviewOf, statusOf, turnsOf } from './index.js';
import { mostReferrals } from './sending.js';

describe('a sent referral', () => {
  it('starts the answer clocks in working time: half time, three days, twice that', () => {
    const scene = opened();
    scene.tell(lead, refer());
    expect(scene.known().referrals[0]).toMatchObject({
      state: 'sent',
      remindAt: '2026-09-02T12:00:00.000Z',
      answerBy: '2026-09-04T08:00:00.000Z',
      expiresAt: '2026-09-09T08:00:00.000Z',
    });
    expect(statusOf(scene.known())).toBe('seeking-help');
  });

  it('reminds, escalates and expires into the dispatch queue when nobody answers', () => {
    const scene = opened();
    scene.tell(lead, refer());
    const fired = scene.waitUntil('2026-09-10T00:00:00.000Z');
    expect(fired.map((event) => [event.type, event.time])).toEqual([
      ['relais.referral.reminded.v1', '2026-09-02T12:00:00.000Z'],
      ['relais.referral.escalated.v1', '2026-09-04T08:00:00.000Z'],
      ['relais.referral.expired.v1', '2026-09-09T08:00:00.000Z'],
      ['relais.case.queued-for-dispatch.v1', '2026-09-09T08:00:00.000Z'],
    ]);
    expect(statusOf(scene.known())).toBe('in-dispatch');
    expect(
      scene.tell(coordinator, refer({ targets: [{ referralId: toSecondMediator, service: services.secondMediator }] })),
    ).toBeUndefined();
    expect(scene.known().dispatch).toBeNull();
  });

  it('answers within one working day when the case is urgent', () => {
    const scene = opened({ facts: facts({ urgency: 'urgent' }) });
    scene.tell(lead, refer());
    expect(scene.known().referrals[0]).toMatchObject({ answerBy: '2026-09-02T08:00:00.000Z' });
  });

  it('is accepted by its service only', () => {
    const scene = opened();
    scene.tell(lead, refer());
    expect(scene.tell(outsider, { type: 'accept', referralId: toMediator })).toEqual({ code: 'case-not-found' });
    expect(scene.tell(coordinator, { type: 'accept', referralId: toMediator })).toMatchObject({
      code: 'not-your-referral',
    });
    expect(scene.tell(mediator, { type: 'accept', referralId: toMediator })).toBeUndefined();
    expect(scene.tell(mediator, { type: 'accept', referralId: toMediator })).toEqual({
      code: 'wrong-state',
      field: 'referralId',
      params: { state: 'accepted' },
    });
    expect(statusOf(scene.known())).toBe('in-help');
  });

  it('declined by the last service on the case goes to the coordinators, and a sender sees why', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    expect(turnsOf(scene.known())).toMatchObject([{ serviceId: null, duty: 'dispatch' }]);
    const lines = inboxLinesOf(scene.known());
    expect(lines.filter((line) => line.ownerServiceId === services.accountant.serviceId)).toMatchObject([
      { bucket: 'done', state: 'declined', declineReason: 'full', visible: true },
    ]);
    expect(lines.filter((line) => line.ownerServiceId === services.mediator.serviceId)).toMatchObject([
      { bucket: 'done', visible: false },
    ]);
    expect(maySeeCase(scene.known(), mediator)).toBe(false);
    expect(availableActions(scene.known(), mediator)).toEqual([{ type: 'undo-answer', referralId: toMediator }]);
  });

  it('is asked in the name of an organisation: a coordinator of none does the rest of the work, and neither opens nor refers', () => {
    const refusal = { code: 'no-organisation' };
    expect(play(tuesday).tell(platformCoordinator, openCase(uuid(1), { lead: null }))).toEqual(refusal);
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    expect(scene.tell(platformCoordinator, refer())).toEqual(refusal);
    const types = (who: Viewer) => availableActions(scene.known(), who).map(({ type }) => type);
    expect(types(platformCoordinator)).toEqual(types(coordinator).filter((type) => type !== 'refer'));
    expect(scene.tell(platformCoordinator, { type: 'resolve-dispatch', resolution: 'back-to-lead' })).toBeUndefined();
    expect(scene.events.at(-1)).toMatchObject({
      type: 'relais.case.dispatch-resolved.v1',
      by: { kind: 'unaffiliated', personId: platformCoordinator.personId },
    });
  });

  it('declined while another one is active does not go to dispatch', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(lead, refer({ targets: [{ referralId: toPsychologist, service: services.psychologist }] }));
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    expect(scene.known().dispatch).toBeNull();
  });

  it('is recalled at once by its sender', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'sent-by-mistake' });
    expect(stateOf(scene, toMediator)).toBe('recalled');
    expect(turnsOf(scene.known())).toMatchObject([{ serviceId: services.accountant.serviceId, duty: 'decide' }]);
  });

  it('is recalled by coordinators too, and by nobody else', () => {
    const scene = opened();
    scene.tell(lead, refer());
    const recall = { type: 'recall', referralId: toMediator, reason: 'need-changed' } as const;
    const refusal = { code: 'not-your-referral', field: 'referralId' };
    expect(scene.tell(mediator, recall)).toEqual(refusal);
    expect(scene.tell(outsider, recall)).toEqual({ code: 'case-not-found' });
    expect(availableActions(scene.known(), coordinator)).toContainEqual({ type: 'recall', referralId: toMediator });
    expect(scene.tell(coordinator, recall)).toBeUndefined();
    expect(stateOf(scene, toMediator)).toBe('recalled');
  });

  it('tells a service whose part has ended nothing of what follows: neither by its line nor by a refusal', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    const lineOf = () => inboxLinesOf(scene.known()).find((one) => one.key === `${toMediator}:receiver`);
    const before = lineOf();
    expect(before).toMatchObject({ bucket: 'done', visible: false, facts: facts() });
    for (const sector of ['retail', 'construction'] as const) {
      expect(
        scene.tell(lead, { type: 'amend-facts', facts: facts({ sector, municipality: '21004' }) }),
      ).toBeUndefined();
    }
    scene.tell(lead, { type: 'withdraw-consent' });
    expect(lineOf()).toEqual(before);
    expect(lineOf()?.facts).toEqual(facts());
    expect(scene.tell(mediator, { type: 'accept', referralId: toMediator })).toEqual({
      code: 'wrong-state',
      field: 'referralId',
      params: { state: 'declined' },
    });
    expect(overviewOf(asLastKnownTo(scene.known(), mediator), mediator)).toMatchObject({
      facts: facts(),
      closedAt: null,
      outcome: null,
      consent: null,
      lead: null,
      actions: [],
    });
    // Asked once more, it sees the case again as it is, and its old line with it.
    scene.tell(lead, { type: 'reopen-case', reason: 'relapse', consent: consent() });
    scene.tell(lead, refer({ targets: [{ referralId: toSecondMediator, service: services.mediator }] }));
    expect(lineOf()).toMatchObject({ visible: true, facts: { sector: 'construction' } });
  });

  it('is not one more than a case may have', () => {
    const scene = opened();
    const numbers = [...Array(mostReferrals).keys()];
    const targets = numbers.map((number) => ({
      referralId: uuid(1000 + number),
      service: { ...services.mediator, serviceId: `mediation-${number}` },
    }));
    const refusal = { code: 'too-large', params: { count: 0 } };
    const oneMore = { referralId: toMediator, service: services.mediator };
    expect(scene.tell(lead, refer({ targets: [...targets, oneMore] }))).toEqual(refusal);
    expect(scene.tell(lead, refer({ targets }))).toBeUndefined();
    expect(scene.tell(lead, refer())).toEqual({ ...refusal, params: { count: 200 } });
  });

  it('cannot ask a profession the entrepreneur did not consent to, or the same service twice', () => {
    const scene = opened({ consent: consent({ professions: ['psychologist'] }) });
    expect(scene.tell(lead, refer())).toMatchObject({ code: 'no-consent', params: { profession: 'mediator' } });
    scene.tell(lead, { type: 'renew-consent', consent: consent() });
    expect(scene.tell(lead, refer())).toBeUndefined();
    expect(scene.tell(lead, refer({ targets: [{ referralId: uuid(20), service: services.mediator }] }))).toMatchObject({
      code: 'already-asked',
    });
  });
});

describe('an offer to several services', () => {
  it('goes to the first that accepts; the others are released and cannot accept any more', () => {
    const scene = opened();
    scene.tell(lead, offerToTwo);
    expect(scene.tell(secondMediator, { type: 'accept', referralId: toSecondMediator })).toBeUndefined();
    expect(stateOf(scene, toMediator)).toBe('released');
    expect(scene.tell(mediator, { type: 'accept', referralId: toMediator })).toMatchObject({ code: 'wrong-state' });
    expect(inboxLinesOf(scene.known()).find((line) => line.key === `${toMediator}:receiver`)).toMatchObject({
      bucket: 'done',
      offeredTo: 2,
    });
  });

  it('reaches the dispatch queue only when the last one declined', () => {
    const scene = opened();
    scene.tell(lead, offerToTwo);
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    expect(scene.known().dispatch).toBeNull();
    scene.tell(secondMediator, { type: 'decline', referralId: toSecondMediator, reason: 'full', choice: 'capacity' });
    expect(scene.known().dispatch).toMatchObject({ reason: 'declined' });
  });
});
