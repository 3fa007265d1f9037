import { describe, expect, it } from '@jest/globals';
import { standardPolicy } from '#contracts/case/codes';
import { actorOf, coordinator, facts, openCase, policyOfBefore, services, uuid } from '#test/builders';
import { play, type Play } from '#test/playing';
import { inboxLinesOf, nextDeadline, turnsOf } from './index.js';

// A Tuesday, 10:00 in Brussels.
const tuesday = '2026-09-01T08:00:00.000Z';
const lead = actorOf(services.accountant);
const mediator = actorOf(services.mediator);
const toMediator = uuid(2);

function opened(urgency: 'normal' | 'urgent' = 'normal', change: Parameters<typeof openCase>[1] = {}): Play {
  const scene = play(tuesday);
  scene.tell(lead, openCase(uuid(1), { facts: facts({ urgency }), ...change }));
  return scene;
}

function asked(scene: Play): void {
  scene.tell(lead, {
    type: 'refer',
    targets: [{ referralId: toMediator, service: services.mediator }],
    mode: 'each',
    proposesLead: false,
  });
}

const told = (scene: Play, until: string) =>
  scene
    .waitUntil(until)
    .map(({ time, type, data }) => [time.slice(0, 16), type.split('.').slice(1, 3).join('.'), data]);

const coordinatorsLines = (scene: Play) =>
  inboxLinesOf(scene.known()).filter((line) => line.ownerServiceId === null && line.bucket === 'escalated');

describe('whoever is to act and is silent', () => {
  it('as lead: is reminded of an urgent case after half a day, and the coordinators hear of it after one, and every week again', () => {
    const scene = opened('urgent');
    expect(turnsOf(scene.known())).toEqual([
      { serviceId: services.accountant.serviceId, duty: 'decide', by: '2026-09-02T08:00:00.000Z' },
    ]);
    expect(told(scene, '2026-09-17T08:00:00.000Z')).toEqual([
      ['2026-09-01T12:00', 'case.lead-reminded', {}],
      ['2026-09-02T08:00', 'case.escalated', { cause: 'no-decision', times: 1 }],
      ['2026-09-09T08:00', 'case.escalated', { cause: 'no-decision', times: 2 }],
      ['2026-09-16T08:00', 'case.escalated', { cause: 'no-decision', times: 3 }],
    ]);
    expect(coordinatorsLines(scene)).toMatchObject([
      { key: 'decide:escalated', told: { cause: 'no-decision', times: 3 }, visible: true },
    ]);
  });

  it('as lead of another case: has three days', () => {
    const scene = opened();
    expect(told(scene, '2026-09-07T08:00:00.000Z').map(([time]) => time)).toEqual([
      '2026-09-02T12:00',
      '2026-09-04T08:00',
    ]);
  });

  it('as lead: begins anew with what they write, and is waited for no more once somebody is asked', () => {
    const scene = opened();
    scene.waitUntil('2026-09-04T09:00:00.000Z');
    expect(coordinatorsLines(scene)).toHaveLength(1);
    scene.tell(lead, { type: 'add-note', noteId: uuid(9) });
    expect(coordinatorsLines(scene)).toEqual([]);
    expect(nextDeadline(scene.state())).toBe('2026-09-07T13:00:00.000Z');
    asked(scene);
    expect(nextDeadline(scene.state())).toBe(scene.known().referrals[0]?.remindAt);
  });

  it('as whoever is to name a lead: nobody is reminded, and the coordinators hear of it in their own line', () => {
    const scene = play(tuesday);
    scene.tell(coordinator, openCase(uuid(1), { lead: null }));
    expect(told(scene, '2026-09-05T08:00:00.000Z')).toEqual([
      ['2026-09-04T08:00', 'case.escalated', { cause: 'no-decision', times: 1 }],
    ]);
    expect(coordinatorsLines(scene)).toEqual([]);
    expect(inboxLinesOf(scene.known())).toMatchObject([{ bucket: 'to-decide', ownerServiceId: null, escalated: true }]);
  });

  it('as coordinators: hear of a case in their queue after two days, after one when it is urgent', () => {
    for (const [urgency, at] of [
      ['normal', '2026-09-03T08:00'],
      ['urgent', '2026-09-02T08:00'],
    ] as const) {
      const scene = opened(urgency);
      asked(scene);
      scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
      expect(turnsOf(scene.known())).toMatchObject([{ serviceId: null, duty: 'dispatch', by: `${at}:00.000Z` }]);
      expect(told(scene, `${at}:00.000Z`)).toEqual([[at, 'case.escalated', { cause: 'not-dispatched', times: 1 }]]);
      expect(inboxLinesOf(scene.known()).find(({ bucket }) => bucket === 'dispatch')).toMatchObject({
        escalated: true,
        told: { cause: 'not-dispatched', times: 1 },
      });
      expect(coordinatorsLines(scene)).toEqual([]);
      // Given back, the lead has their time from then on.
      scene.tell(coordinator, { type: 'resolve-dispatch', resolution: 'back-to-lead' });
      expect(turnsOf(scene.known())).toMatchObject([{ duty: 'decide' }]);
      expect(nextDeadline(scene.state())?.slice(0, 16)).not.toBe(at);
    }
  });

  it('as helper: is told of every week until it moves', () => {
    const scene = opened();
    asked(scene);
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    expect(told(scene, '2026-09-12T08:00:00.000Z')).toEqual([
      ['2026-09-04T08:00', 'referral.escalated', { referralId: toMediator, cause: 'no-first-contact', times: 1 }],
      ['2026-09-11T08:00', 'referral.escalated', { referralId: toMediator, cause: 'no-first-contact', times: 2 }],
    ]);
    expect(coordinatorsLines(scene)).toMatchObject([{ told: { cause: 'no-first-contact', times: 2 } }]);
    scene.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
    expect(coordinatorsLines(scene)).toEqual([]);
    scene.waitUntil('2026-10-20T08:00:00.000Z');
    expect(coordinatorsLines(scene)).toMatchObject([{ told: { cause: 'no-check-in', times: 2 } }]);
  });
});

describe('clocks that ring late', () => {
  const outage = '2026-10-01T08:00:00.000Z';

  /** What one tick after a month without a worker comes to, and when the next clock rings. */
  function after(scene: Play): unknown {
    const events = scene.tickAt(outage);
    return [events.map(({ type }) => type.split('.').slice(1, 3).join('.')), nextDeadline(scene.state())];
  }

  it('ring one after the other: a service that was not reminded has the rest of its time', () => {
    const scene = opened();
    asked(scene);
    expect(after(scene)).toEqual([['referral.reminded'], '2026-10-02T12:00:00.000Z']);
    expect(told(scene, '2026-10-31T08:00:00.000Z').map(([time, type]) => [time, type])).toEqual([
      ['2026-10-02T12:00', 'referral.escalated'],
      ['2026-10-07T12:00', 'referral.expired'],
      ['2026-10-07T12:00', 'case.queued-for-dispatch'],
      ['2026-10-09T12:00', 'case.escalated'],
      ['2026-10-16T12:00', 'case.escalated'],
      ['2026-10-23T12:00', 'case.escalated'],
      ['2026-10-30T13:00', 'case.escalated'],
    ]);
  });

  it('ring one after the other: a lead who was not reminded has the other half', () => {
    const scene = opened();
    expect(after(scene)).toEqual([['case.lead-reminded'], '2026-10-02T12:00:00.000Z']);
  });

  it('leave the time to answer to a follow-up that is asked late', () => {
    const scene = opened();
    scene.tell(lead, { type: 'close-case', outcome: 'recovered' });
    const dueAt = scene.known().followUps[0]?.dueAt ?? '';
    const late = new Date(Date.parse(dueAt) + 60 * 86_400_000).toISOString();
    expect(scene.tickAt(late).map(({ type }) => type)).toEqual(['relais.case.follow-up-due.v1']);
    expect(scene.known().followUps[0]?.missedAt).toBe(new Date(Date.parse(late) + 30 * 86_400_000).toISOString());
  });
});

it('a case of before, whose rules give no time, waits as it did', () => {
  const scene = opened('urgent', { policy: policyOfBefore(standardPolicy) });
  expect([nextDeadline(scene.state()), scene.known().actedAt]).toEqual([null, undefined]);
  asked(scene);
  scene.tell(mediator, { type: 'accept', referralId: toMediator });
  expect(scene.waitUntil('2026-12-01T08:00:00.000Z').map(({ data }) => data)).toEqual([
    { referralId: toMediator, cause: 'no-first-contact' },
  ]);
});
