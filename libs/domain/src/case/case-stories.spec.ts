import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '#contracts/case';
import { consent, services, uuid } from '#test/builders';
import type { Play } from '#test/playing';
import {
  lead,
  mediator,
  offerToTwo,
  opened,
  psychologist,
  refer,
  stateOf,
  toMediator,
  toPsychologist,
} from '#test/scenes';
import { evolve, inboxLinesOf, overviewOf, statusOf, turnsOf } from './index.js';

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

describe('consent', () => {
  it('withdrawn ends every referral at once, closes the case and lets nothing be sent again without a new one', () => {
    const scene = opened();
    scene.tell(lead, offerToTwo);
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    scene.tell(lead, refer({ targets: [{ referralId: toPsychologist, service: services.psychologist }] }));
    expect(scene.tell(psychologist, { type: 'withdraw-consent' })).toBeUndefined();
    expect(scene.known().referrals.map((one) => one.state)).toEqual(['closed', 'released', 'recalled']);
    expect(scene.known()).toMatchObject({
      phase: 'closed',
      consent: null,
      notesErased: true,
      followUps: [],
    });
    expect(scene.tell(lead, { type: 'reopen-case', reason: 'relapse' })).toMatchObject({ code: 'consent-withdrawn' });
    expect(scene.tell(lead, { type: 'reopen-case', reason: 'relapse', consent: consent() })).toBeUndefined();
    expect(statusOf(scene.known())).toBe('awaiting-lead');
    expect(scene.tell(lead, { type: 'add-note', noteId: uuid(40) })).toEqual({ code: 'notes-erased' });
  });

  it('narrowed ends the referrals it does not cover any more', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(lead, { type: 'renew-consent', consent: consent({ professions: ['psychologist'] }) });
    expect(stateOf(scene, toMediator)).toBe('recalled');
  });
});

describe('a closed case', () => {
  it('asks after 6 and 12 months how the business stands, gives up after 30 days, and ends when retention is over', () => {
    const scene = opened();
    scene.tell(lead, { type: 'close-case', outcome: 'restructured' });
    expect(scene.tell(lead, { type: 'record-follow-up', month: 6, status: 'active' })).toMatchObject({
      code: 'follow-up-not-due',
    });
    scene.waitUntil('2027-03-02T00:00:00.000Z');
    expect(turnsOf(scene.known())).toEqual([
      { serviceId: services.accountant.serviceId, duty: 'follow-up', by: '2027-03-31T08:00:00.000Z' },
    ]);
    expect(scene.tell(lead, { type: 'record-follow-up', month: 6, status: 'active' })).toBeUndefined();
    expect(scene.waitUntil('2029-01-01T00:00:00.000Z').map((event) => event.type)).toEqual([
      'relais.case.follow-up-due.v1',
      'relais.case.follow-up-missed.v1',
      'relais.case.retention-ended.v1',
    ]);
    expect(scene.known()).toMatchObject({ phase: 'ended', notesErased: true });
    expect(scene.tell(lead, { type: 'reopen-case', reason: 'relapse' })).toMatchObject({ code: 'case-ended' });
  });
});
