import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '#contracts/people';
import { actorOf, consent, coordinator, facts, openCase, services, uuid } from '#test/builders';
import { cellsOf } from '#test/cells';
import { play, type Play } from '#test/playing';
import { lead, mediator, offerToTwo, opened, refer, secondMediator, toMediator, toSecondMediator } from '#test/scenes';

const accept = { type: 'accept', referralId: toMediator } as const;
const contact = { type: 'record-first-contact', referralId: toMediator } as const;
const close = { type: 'close-case', outcome: 'recovered' } as const;

/** The lead asks the mediator on Tuesday at 10:00 in Brussels, in week 36. */
function asked(): Play {
  const scene = opened();
  scene.tell(lead, refer());
  return scene;
}

describe('a case', () => {
  it('is counted once in the week it was opened, under the groups of its main difficulty', () => {
    const scene = opened();
    expect(cellsOf(scene, 'opened')).toEqual(['2026-W36 public-debt horeca south-east small']);
    expect(cellsOf(scene, 'mentions')).toEqual([
      '2026-W36 social-contributions horeca south-east',
      '2026-W36 partner-conflict horeca south-east',
    ]);
    expect(['places', 'ages', 'forms', 'stages', 'channels'].flatMap((cube) => cellsOf(scene, cube))).toEqual([
      '2026-W36 21009 public-debt',
      '2026-W36 3-4 public-debt',
      '2026-W36 company public-debt',
      '2026-W36 restructuring public-debt',
      '2026-W36 phone public-debt',
    ]);
  });

  it('is counted under its latest facts, in its first week', () => {
    const scene = opened();
    scene.waitUntil('2026-10-01T08:00:00.000Z');
    const difficulties = [{ difficulty: 'health', severity: 1 }] as const;
    scene.tell(lead, {
      type: 'amend-facts',
      facts: facts({ sector: 'unknown', municipality: 'outside', sizeBand: '50+', difficulties: [...difficulties] }),
    });
    expect(cellsOf(scene, 'opened')).toEqual(['2026-W36 person unknown elsewhere larger']);
    expect(cellsOf(scene, 'mentions')).toEqual(['2026-W36 health unknown elsewhere']);
  });

  it('keeps closings that were undone, its reopenings and its follow-ups', () => {
    const scene = opened();
    scene.tell(lead, close);
    scene.waitUntil('2027-03-02T08:00:00.000Z');
    scene.tell(lead, { type: 'record-follow-up', month: 6, status: 'in-difficulty' });
    scene.tell(lead, { type: 'reopen-case', reason: 'relapse' });
    scene.waitUntil('2027-03-09T08:00:00.000Z');
    scene.tell(lead, { type: 'close-case', outcome: 'insolvency' });
    scene.waitUntil('2028-06-01T08:00:00.000Z');
    expect(cellsOf(scene, 'closed')).toEqual([
      '2026-W36 recovered public-debt south-east',
      '2027-W10 insolvency public-debt south-east',
    ]);
    expect(cellsOf(scene, 'reopened')).toEqual(['2027-W09 relapse public-debt south-east']);
    expect(cellsOf(scene, 'followed-up')).toEqual([
      '2027-W09 6 in-difficulty public-debt',
      '2027-W40 6 missed public-debt',
      '2028-W14 12 missed public-debt',
    ]);
    expect(cellsOf(scene, 'opened')).toHaveLength(1);
  });

  it('is an unmet need when nobody could take it, not when it goes back to its lead', () => {
    const scene = asked();
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    scene.tell(coordinator, { type: 'resolve-dispatch', resolution: 'nobody-available' });
    expect(cellsOf(scene, 'unmet')).toEqual(['2026-W36 public-debt south-east']);
    const [, secondReferral] = [toMediator, uuid(99)];
    scene.tell(lead, refer({ targets: [{ referralId: secondReferral, service: services.mediator }] }));
    scene.tell(mediator, { type: 'decline', referralId: secondReferral, reason: 'full', choice: 'capacity' });
    scene.tell(coordinator, { type: 'resolve-dispatch', resolution: 'back-to-lead' });
    expect(cellsOf(scene, 'unmet')).toHaveLength(1);
  });
});

describe('a referral', () => {
  it('is sent, accepted, met and closed, each in its week, in working time without pauses', () => {
    const scene = asked();
    scene.waitUntil('2026-09-02T08:00:00.001Z');
    scene.tell(mediator, accept);
    scene.waitUntil('2026-09-02T12:00:00.000Z');
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
    scene.waitUntil('2026-09-03T12:00:00.000Z');
    scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: false });
    scene.waitUntil('2026-09-07T08:00:00.000Z');
    scene.tell(mediator, contact);
    scene.waitUntil('2026-09-08T08:00:00.000Z');
    scene.tell(mediator, {
      type: 'hold',
      referralId: toMediator,
      reason: 'awaiting-court',
      until: '2026-10-08T08:00:00.000Z',
    });
    scene.waitUntil('2026-10-09T08:00:00.000Z');
    scene.tell(mediator, { type: 'close-referral', referralId: toMediator, outcome: 'helped' });
    expect(cellsOf(scene, 'sent')).toEqual(['2026-W36 accountant mediator public-debt']);
    expect(cellsOf(scene, 'hops')).toEqual(['2026-W36 mediator first']);
    // A millisecond more than a day.
    expect(cellsOf(scene, 'answered')).toEqual(['2026-W36 mediator accepted 2d']);
    // Three days from Wednesday 10:00 to Monday 10:00, one of which it was asked back.
    expect(cellsOf(scene, 'contacted')).toEqual(['2026-W37 mediator 2d']);
    expect(cellsOf(scene, 'ended')).toEqual(['2026-W41 mediator helped 5d']);
    const ofServices = ['sent', 'received', 'answered', 'contacted', 'ended'];
    expect(ofServices.flatMap((cube) => cellsOf(scene, `service-${cube}`))).toEqual([
      '2026-W36 accounts-east mediator',
      '2026-W36 mediation-north accountant',
      '2026-W36 mediation-north accepted 2d',
      '2026-W37 mediation-north 2d',
      '2026-W41 mediation-north helped 5d',
    ]);
  });

  it.each([
    ['2026-09-01T10:00:00.000Z', '2h'],
    ['2026-09-01T10:00:00.001Z', '4h'],
    ['2026-09-02T08:00:00.000Z', '1d'],
    ['2026-09-03T08:00:00.000Z', '2d'],
    ['2026-09-04T08:00:00.000Z', '3d'],
    ['2026-09-04T08:00:00.001Z', '5d'],
  ])('answered at %s took at most %s', (at, band) => {
    const scene = asked();
    scene.waitUntil(at);
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'not-our-work', choice: 'out-of-remit' });
    expect(cellsOf(scene, 'answered')).toEqual([`2026-W36 mediator not-our-work ${band}`]);
  });

  it('that is never answered expires; one that was recalled or released gave no answer', () => {
    const expired = asked();
    expired.waitUntil('2026-09-30T08:00:00.000Z');
    expect(cellsOf(expired, 'answered')).toEqual(['2026-W37 mediator expired 10d']);
    const recalled = asked();
    recalled.tell(lead, { type: 'recall', referralId: toMediator, reason: 'sent-by-mistake' });
    expect([cellsOf(recalled, 'sent').length, cellsOf(recalled, 'answered')]).toEqual([1, []]);
    const offered = opened();
    offered.tell(lead, offerToTwo);
    offered.tell(secondMediator, { type: 'accept', referralId: toSecondMediator });
    expect(cellsOf(offered, 'sent')).toHaveLength(2);
    expect(cellsOf(offered, 'service-answered')).toEqual(['2026-W36 mediation-south accepted 2h']);
  });

  it('that was accepted stays accepted when it is recalled later', () => {
    const scene = asked();
    scene.tell(mediator, accept);
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
    scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: true });
    expect([cellsOf(scene, 'answered'), cellsOf(scene, 'ended')]).toEqual([['2026-W36 mediator accepted 2h'], []]);
  });

  it('has its place in the chain, and is ping-pong when it comes back to a profession', () => {
    const scene = asked();
    const handOn = (by: Viewer, from: string, referralId: string, service: (typeof services)[keyof typeof services]) =>
      scene.tell(by, { type: 'hand-on', referralId: from, targets: [{ referralId, service }], mode: 'each' });
    handOn(mediator, toMediator, uuid(21), services.psychologist);
    handOn(actorOf(services.psychologist), uuid(21), uuid(22), services.coach);
    handOn(actorOf(services.coach), uuid(22), uuid(23), services.secondMediator);
    handOn(secondMediator, uuid(23), uuid(24), services.accountant);
    expect(cellsOf(scene, 'hops').map((cell) => cell.slice(9))).toEqual([
      'mediator first',
      'psychologist second',
      'coach later',
      'mediator ping-pong',
      'accountant ping-pong',
    ]);
    expect(cellsOf(scene, 'sent').map((cell) => cell.split(' ')[1])).toEqual([
      'accountant',
      'mediator',
      'psychologist',
      'coach',
      'mediator',
    ]);
  });

  it('comes from the coordinating team, from a profession the case knew, or from a first-line desk', () => {
    const both: Viewer = { ...coordinator, roles: ['coordinator', 'actor'], serviceIds: ['coaching-east'] };
    const scene = play('2026-09-01T08:00:00.000Z');
    scene.tell(coordinator, openCase(uuid(1), { lead: null }));
    const send = (by: Viewer, number: number, service: (typeof services)[keyof typeof services], acting?: string) =>
      scene.tell(by, {
        ...refer({ targets: [{ referralId: uuid(number), service }], proposesLead: true }),
        type: 'refer',
        ...(acting !== undefined && { actingServiceId: acting }),
      } as Parameters<Play['tell']>[1]);
    send(coordinator, 31, services.mediator);
    send(both, 32, services.psychologist, 'coaching-east');
    send(coordinator, 33, services.coach);
    scene.tell(actorOf(services.coach), { type: 'accept', referralId: uuid(33) });
    send(actorOf(services.coach), 34, services.secondMediator);
    // What was sent before the case knew the coach stays what it was.
    expect(cellsOf(scene, 'sent').map((cell) => cell.split(' ').slice(1, 3))).toEqual([
      ['coordination', 'mediator'],
      ['first-line', 'psychologist'],
      ['coordination', 'coach'],
      ['coach', 'mediator'],
    ]);
  });

  it('keeps its sender when the lead passes on', () => {
    const scene = opened();
    scene.tell(lead, refer({ proposesLead: true }));
    scene.tell(mediator, accept);
    expect([scene.known().lead?.profession, cellsOf(scene, 'sent')]).toEqual([
      'mediator',
      ['2026-W36 accountant mediator public-debt'],
    ]);
  });

  it('ends in help that was withdrawn when consent is', () => {
    const scene = asked();
    scene.tell(mediator, accept);
    scene.tell(lead, { type: 'withdraw-consent' });
    scene.tell(lead, { type: 'reopen-case', reason: 'contact-restored', consent: consent() });
    expect(cellsOf(scene, 'ended')).toEqual(['2026-W36 mediator withdrawn 2h']);
    expect(cellsOf(scene, 'closed')).toEqual(['2026-W36 withdrawn public-debt south-east']);
  });
});
