import { describe, expect, it } from '@jest/globals';
import type { CaseCommand, CaseEvent } from '#contracts/case';
import { services, uuid } from '#test/builders';
import type { Play } from '#test/playing';
import { lead, mediator, opened, refer, stateOf, toMediator } from '#test/scenes';
import { evolve, inboxLinesOf, overviewOf } from './index.js';

describe('a referral in progress', () => {
  function helping(): Play {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    scene.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
    return scene;
  }

  it('is late when no contact is made within three working days', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    const fired = scene.waitUntil('2026-09-04T08:00:00.000Z');
    expect(fired).toMatchObject([{ type: 'relais.referral.escalated.v1', data: { cause: 'no-first-contact' } }]);
    expect(inboxLinesOf(scene.known()).filter((line) => line.bucket === 'escalated')).toHaveLength(1);
    scene.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
    expect(inboxLinesOf(scene.known()).filter((line) => line.bucket === 'escalated')).toHaveLength(0);
  });

  it('restarts its check-in clock with every progress', () => {
    const scene = helping();
    expect(scene.known().referrals[0]?.checkInBy).toBe('2026-09-29T08:00:00.000Z');
    scene.waitUntil('2026-09-15T08:00:00.000Z');
    scene.tell(mediator, { type: 'record-progress', referralId: toMediator, step: 'meeting' });
    expect(scene.known().referrals[0]?.checkInBy).toBe('2026-10-13T08:00:00.000Z');
  });

  it('on hold has no clock but the end of the hold, and afterwards the working time that was left', () => {
    const scene = helping();
    scene.waitUntil('2026-09-15T08:00:00.000Z');
    expect(
      scene.tell(mediator, {
        type: 'hold',
        referralId: toMediator,
        reason: 'awaiting-court',
        until: '2026-09-14T08:00:00.000Z',
      }),
    ).toMatchObject({ code: 'hold-in-past' });
    scene.tell(mediator, {
      type: 'hold',
      referralId: toMediator,
      reason: 'awaiting-court',
      until: '2026-12-01T09:00:00Z',
    });
    const fired = scene.waitUntil('2026-12-01T09:00:00.000Z');
    expect(fired).toMatchObject([
      { type: 'relais.referral.resumed.v1', data: { checkInBy: '2026-12-15T09:00:00.000Z' } },
    ]);
  });

  it('is on hold for 180 days at most', () => {
    const scene = helping();
    const until = (end: string) =>
      scene.tell(mediator, { type: 'hold', referralId: toMediator, reason: 'awaiting-court', until: end });
    expect(until('2027-02-28T08:00:00.001Z')).toEqual({ code: 'hold-in-past', field: 'until', params: { days: 180 } });
    expect(until('2027-02-28T08:00:00.000Z')).toBeUndefined();
  });

  it('is recalled in two steps, and the recall stands when nobody answers', () => {
    const scene = helping();
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'other-service-found' });
    expect(stateOf(scene, toMediator)).toBe('recall-requested');
    scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: false });
    expect(stateOf(scene, toMediator)).toBe('in-progress');
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'other-service-found' });
    expect(scene.waitUntil('2026-09-03T08:00:00.000Z')).toMatchObject([
      { type: 'relais.referral.recalled.v1', data: { how: 'unanswered' } },
    ]);
  });

  it('has no events of a recall that the rules do not lead to', () => {
    const scene = helping();
    const [last] = scene.events.slice(-1);
    const next = (more: Pick<CaseEvent, 'type' | 'data'>) =>
      evolve(scene.state(), { ...last, sequence: scene.known().sequence + 1, ...more } as CaseEvent);
    const asking = {
      type: 'relais.referral.recall-requested.v1',
      data: { referralId: toMediator, reason: 'need-changed', answerBy: '2026-09-04T08:00:00.000Z' },
    } as const;
    expect(() => next({ type: 'relais.referral.kept.v1', data: { referralId: toMediator } })).toThrow('nobody asked');
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'other-service-found' });
    expect(() => next(asking)).toThrow('is recall-requested');
  });

  it('is handed on as a chain that counts its hops', () => {
    const scene = helping();
    const onward = uuid(30);
    expect(
      scene.tell(mediator, {
        type: 'hand-on',
        referralId: toMediator,
        mode: 'offer',
        targets: [{ referralId: onward, service: services.psychologist }],
      }),
    ).toBeUndefined();
    expect(scene.known().referrals).toMatchObject([
      { state: 'closed', outcome: 'referred-onward' },
      {
        referralId: onward,
        state: 'sent',
        parentReferralId: toMediator,
        hop: 1,
        from: { serviceId: services.mediator.serviceId },
      },
    ]);
  });

  it('is not handed on to the service that hands it on', () => {
    const scene = helping();
    const targets = [{ referralId: uuid(30), service: services.mediator }];
    expect(scene.tell(mediator, { type: 'hand-on', referralId: toMediator, mode: 'each', targets })).toEqual({
      code: 'already-asked',
      field: 'serviceIds',
      params: { serviceId: services.mediator.serviceId },
    });
  });

  it('keeps the case from being closed', () => {
    const scene = helping();
    expect(scene.tell(lead, { type: 'close-case', outcome: 'recovered' })).toMatchObject({
      code: 'referrals-active',
      params: { count: 1 },
    });
    scene.tell(mediator, { type: 'close-referral', referralId: toMediator, outcome: 'helped' });
    expect(scene.tell(mediator, { type: 'close-case', outcome: 'recovered' })).toMatchObject({ code: 'not-your-case' });
    expect(scene.tell(lead, { type: 'close-case', outcome: 'recovered' })).toBeUndefined();
    expect(overviewOf(scene.known(), lead)).toMatchObject({
      status: 'closed',
      outcome: 'recovered',
      actions: [{ type: 'reopen-case' }, { type: 'withdraw-consent' }],
    });
  });
});

describe('the lead', () => {
  it('passes on acceptance only', () => {
    const scene = opened();
    scene.tell(lead, refer({ proposesLead: true }));
    expect(scene.known().lead).toEqual(services.accountant);
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    expect(scene.known().lead).toEqual(services.mediator);
  });
});

describe('the lead, offered to a service that helps already', () => {
  const offer: CaseCommand = { type: 'offer-lead', referralId: toMediator };
  const answer = (agree: boolean): CaseCommand => ({ type: 'answer-lead', referralId: toMediator, agree });
  function helping(): Play {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    return scene;
  }
  const drawerOf = (scene: Play) =>
    inboxLinesOf(scene.known())
      .filter((line) => line.key === `${toMediator}:lead`)
      .map((line) => line.bucket);

  it('is asked of nobody who does not help, and by nobody who does not lead', () => {
    const scene = opened();
    scene.tell(lead, refer());
    expect(scene.tell(lead, offer)).toMatchObject({ code: 'wrong-state' });
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    expect(scene.tell(mediator, offer)).toMatchObject({ code: 'not-your-case' });
  });

  it('passes when the service agrees, and its help goes on as it was', () => {
    const scene = helping();
    const before = scene.known().referrals;
    expect(scene.tell(lead, offer)).toBeUndefined();
    expect(scene.known().lead).toEqual(services.accountant);
    expect(overviewOf(scene.known(), lead).leadOffer).toMatchObject({ referralId: toMediator });
    expect(drawerOf(scene)).toEqual(['to-answer']);
    expect(scene.tell(lead, offer)).toMatchObject({ code: 'already-asked' });
    expect(scene.tell(lead, answer(true))).toMatchObject({ code: 'not-your-referral' });
    expect(scene.tell(mediator, answer(true))).toBeUndefined();
    expect(scene.known()).toMatchObject({ lead: services.mediator, referrals: before });
    expect(drawerOf(scene)).toEqual([]);
    expect(scene.tell(mediator, answer(true))).toMatchObject({ code: 'lead-not-offered' });
    expect(scene.tell(mediator, offer)).toMatchObject({ code: 'already-asked' });
  });

  it('is asked in the name of the service that leads, also by somebody who works for both', () => {
    const scene = opened();
    const target = { referralId: toMediator, service: services.coach };
    scene.tell(lead, refer({ targets: [target] }));
    const both = { ...lead, serviceIds: [services.coach.serviceId, services.accountant.serviceId] };
    scene.tell(both, { type: 'accept', referralId: toMediator });
    expect(scene.tell(both, offer)).toBeUndefined();
    expect(scene.events.at(-1)).toMatchObject({
      type: 'relais.case.lead-offered.v1',
      by: { serviceId: services.accountant.serviceId },
    });
  });

  it('waits for an answer without a deadline, since it was asked', () => {
    const scene = helping();
    scene.waitUntil('2026-09-01T09:00:00.000Z');
    scene.tell(lead, offer);
    expect(inboxLinesOf(scene.known()).filter((line) => line.key === `${toMediator}:lead`)).toMatchObject([
      { ownerServiceId: services.mediator.serviceId, deadline: null, since: '2026-09-01T09:00:00.000Z' },
    ]);
  });

  it('stays when the service does not want it', () => {
    const scene = helping();
    scene.tell(lead, offer);
    expect(scene.tell(mediator, answer(false))).toBeUndefined();
    expect(scene.known().lead).toEqual(services.accountant);
    expect(scene.known().leadOffer).toBeUndefined();
    expect(scene.tell(lead, offer)).toBeUndefined();
  });

  it('is asked no more once the help ends', () => {
    const scene = helping();
    scene.tell(lead, offer);
    scene.tell(mediator, { type: 'close-referral', referralId: toMediator, outcome: 'helped' });
    expect(scene.known().leadOffer).toBeUndefined();
    expect(drawerOf(scene)).toEqual([]);
  });
});
