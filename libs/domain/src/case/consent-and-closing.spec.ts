import { describe, expect, it } from '@jest/globals';
import { consent, services, uuid } from '#test/builders';
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
import { statusOf, turnsOf } from './index.js';

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
