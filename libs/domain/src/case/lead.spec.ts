import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from '#contracts/case';
import { services } from '#test/builders';
import type { Play } from '#test/playing';
import { lead, mediator, opened, psychologist, refer, toMediator, toPsychologist } from '#test/scenes';
import { decide } from './decide.js';
import { inboxLinesOf, overviewOf } from './index.js';
import { answerClocks } from './sending.js';

const toThem = (referralId: string, service: (typeof services)['psychologist']) => ({
  targets: [{ referralId, service }],
});

describe('the lead', () => {
  it('passes on acceptance only', () => {
    const scene = opened();
    scene.tell(lead, refer({ proposesLead: true }));
    expect(scene.known().lead).toEqual(services.accountant);
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    expect(scene.known().lead).toEqual(services.mediator);
  });

  it('is given away by nobody who does not lead, though a history in which that was done goes on', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    const giveAway = refer({ ...toThem(toPsychologist, services.psychologist), proposesLead: true });
    expect(scene.tell(mediator, giveAway)).toMatchObject({ code: 'lead-not-yours', field: 'proposesLead' });
    const asked = { at: scene.now(), by: mediator, command: giveAway, isLetThrough: true };
    expect(decide(scene.known(), asked)).toMatchObject({ events: [{ type: 'relais.referral.sent.v1' }] });
    expect(scene.tell(mediator, refer(toThem(toPsychologist, services.psychologist)))).toBeUndefined();
  });

  it('stays with who agreed to it after it was proposed to another', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    scene.tell(lead, refer({ ...toThem(toPsychologist, services.psychologist), proposesLead: true }));
    scene.tell(lead, { type: 'offer-lead', referralId: toMediator });
    scene.tell(mediator, { type: 'answer-lead', referralId: toMediator, agree: true });
    const [, proposed] = overviewOf(scene.known(), psychologist).referrals;
    expect(proposed?.proposesLead).toBe(false);
    scene.tell(psychologist, { type: 'accept', referralId: toPsychologist });
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
    scene.tell(lead, refer({ targets: [{ referralId: toMediator, service: services.coach }] }));
    const both = { ...lead, serviceIds: [services.coach.serviceId, services.accountant.serviceId] };
    scene.tell(both, { type: 'accept', referralId: toMediator });
    expect(scene.tell(both, offer)).toBeUndefined();
    expect(scene.events.at(-1)).toMatchObject({
      type: 'relais.case.lead-offered.v1',
      by: { serviceId: services.accountant.serviceId },
    });
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

  it('is offered to one after the other', () => {
    const scene = helping();
    scene.tell(lead, refer(toThem(toPsychologist, services.psychologist)));
    scene.tell(psychologist, { type: 'accept', referralId: toPsychologist });
    scene.tell(lead, offer);
    expect(scene.tell(lead, { type: 'offer-lead', referralId: toPsychologist })).toMatchObject({
      code: 'lead-offered-already',
    });
    scene.tell(mediator, answer(false));
    expect(scene.tell(lead, { type: 'offer-lead', referralId: toPsychologist })).toBeUndefined();
  });

  it('waits no longer for an answer than a request does, and lapses then', () => {
    const scene = helping();
    scene.waitUntil('2026-09-01T09:00:00.000Z');
    scene.tell(lead, offer);
    const answerBy = scene.known().leadOffer?.answerBy ?? '';
    expect(answerBy).toBe(answerClocks(scene.known(), scene.now()).answerBy);
    const line = inboxLinesOf(scene.known()).find(({ key }) => key === `${toMediator}:lead`);
    expect(line).toMatchObject({ deadline: { kind: 'answer', at: answerBy }, since: '2026-09-01T09:00:00.000Z' });
    const events = scene.waitUntil(answerBy);
    expect(events.map(({ type }) => type)).toContain('relais.case.lead-offer-lapsed.v1');
    expect(drawerOf(scene)).toEqual([]);
    expect(scene.tell(mediator, answer(true))).toMatchObject({ code: 'lead-not-offered' });
    expect(scene.tell(lead, offer)).toBeUndefined();
  });
});
