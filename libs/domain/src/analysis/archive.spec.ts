import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve, initialCase, type CaseState } from '../case/index.js';
import { archivedOf, contextAfter, noContext, type ArchiveContext } from './index.js';
import { eventColumnNames } from '#contracts/analysis/codes';
import { standardPolicy, type CaseEvent, type ServiceRef } from '#contracts/case';
import { withoutHidden } from '#contracts/catalogue';
import type { DirectoryEvent } from '#contracts/directory';
import { actorOf, continuousPolicy, coordinator, facts, openCase, services, uuid } from '#test/builders';
import { importedCase, referredCase } from '#test/histories';
import { play } from '#test/playing';
import { choose, hour, step } from '#test/random-case';
import { senderOf } from '../monitoring/measures/chain.js';
import { runs } from '#test/runs';

const start = '2026-09-01T08:00:00.000Z';

function archive(events: readonly CaseEvent[], from: ArchiveContext = noContext) {
  let context = from;
  return events.map((event) => {
    context = contextAfter(context, event);
    return archivedOf({ stream: 'cases', subject: event.caseId, event }, context, withoutHidden);
  });
}

/** The same events, the first told as by a service that does not lead: no command leads there, but an older program's event may. */
function withoutLead(events: readonly CaseEvent[]): CaseEvent[] {
  return events.map((event) =>
    event.type === 'relais.case.opened.v1' ? { ...event, data: { ...event.data, lead: null } } : event,
  );
}

/** The same events, told of services that change their profession: it counts what the case knew first. */
function withMoods(events: readonly CaseEvent[]): CaseEvent[] {
  const moody = (to: ServiceRef, sequence: number): ServiceRef =>
    sequence % 3 === 0 ? { ...to, profession: sequence % 2 === 0 ? 'lawyer' : 'coach' } : to;
  return events.map((event) => {
    switch (event.type) {
      case 'relais.referral.sent.v1':
        return { ...event, data: { ...event.data, to: moody(event.data.to, event.sequence) } };
      case 'relais.case.lead-transferred.v1':
        return { ...event, data: { ...event.data, to: moody(event.data.to, event.sequence) } };
      default:
        return event;
    }
  });
}

/** The events of a case under any steps, opened by a service, by one that does not lead, or by the coordinators. */
const anyCase = fc
  .tuple(
    fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
    fc.boolean(),
    fc.constantFrom('lead', 'first-line', 'coordination'),
    fc.boolean(),
  )
  .map(([steps, quick, opener, moody]) => {
    const scene = play(start);
    const policy = quick ? continuousPolicy(6 * hour) : standardPolicy;
    const coordinated = opener === 'coordination';
    const lead = coordinated ? null : services.accountant;
    scene.tell(coordinated ? coordinator : actorOf(services.accountant), openCase(uuid(1), { policy, lead }));
    steps.forEach((one, index) => {
      scene.waitUntil(new Date(Date.parse(scene.now()) + one.wait).toISOString());
      const { by, command } = choose(scene.known(), one, index + 1, scene.now());
      scene.tell(by, command);
    });
    const events = moody ? withMoods(scene.events) : scene.events;
    return opener === 'first-line' ? withoutLead(events) : events;
  });

/** After every event: its facts, its referral, and who sent that, by the rule of figures over the state folded so far. */
function checkCase(events: readonly CaseEvent[]): void {
  const rows = archive(events);
  let state: CaseState = initialCase;
  for (const [place, event] of events.entries()) {
    const known = evolve(state, event);
    state = known;
    const row = rows[place];
    const referral = known.referrals.find(({ referralId }) => referralId === row?.referral_id);
    const told = known.facts;
    const difficulties = told.difficulties.map(({ difficulty }) => difficulty);
    expect(row).toMatchObject({
      municipality: told.municipality,
      sector: told.sector,
      urgency: told.urgency,
      difficulty: difficulties[0],
      difficulties,
      profession: referral?.to.profession ?? null,
      organisation: referral?.to.organisationId ?? null,
      service: referral?.to.serviceId ?? null,
      hop: referral?.hop ?? null,
    });
    if (event.type === 'relais.referral.sent.v1' && referral !== undefined) {
      expect(row?.sender).toBe(senderOf(known, referral));
    } else {
      const sent = rows.find(
        ({ referral_id, type }) => type === 'relais.referral.sent.v1' && referral_id === row?.referral_id,
      );
      expect(row?.sender).toBe(referral === undefined ? null : sent?.sender);
    }
  }
}

describe('an event in the archive', () => {
  it('carries the facts and the referral of its moment, the sender by the rule of figures', () => {
    fc.assert(fc.property(anyCase, checkCase), runs(300));
  });

  it('meets every sender, so that the property above says something', () => {
    const met = new Set(
      fc.sample(anyCase, { numRuns: 200, seed: 7 }).flatMap((events) => archive(events).map(({ sender }) => sender)),
    );
    const all = ['accountant', 'mediator', 'psychologist', 'coordination', 'first-line', null];
    expect(all.filter((one) => !met.has(one as never))).toEqual([]);
  });

  it('reads the same when its context went through JSON in between', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (events, place) => {
        const half = place % (events.length + 1);
        const context = events.slice(0, half).reduce(contextAfter, noContext);
        const stored = JSON.parse(JSON.stringify(context)) as ArchiveContext;
        expect(archive(events.slice(half), stored)).toEqual(archive(events).slice(half));
      }),
      { numRuns: 50 },
    );
  });

  it('has all columns but its position, in their order, and neither persons nor notes', () => {
    const scene = referredCase(1);
    scene.tell(actorOf(services.accountant), { type: 'add-note', noteId: uuid(77) });
    expect(JSON.stringify(scene.events)).toMatch(/personId.*noteId/);
    const rows = archive(scene.events);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(eventColumnNames.filter((name) => name !== 'position'));
    }
    expect(JSON.stringify(rows)).not.toMatch(/personId|noteId/i);
    expect(rows[1]).toMatchObject({
      stream: 'cases',
      type: 'relais.referral.sent.v1',
      code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      by_kind: 'person',
      by_service: services.accountant.serviceId,
      sender: 'accountant',
      profession: 'mediator',
      hop: 0,
    });
  });

  it('says the reason and whose choice a decline was', () => {
    const scene = play(start);
    const referralId = uuid(7);
    scene.tell(actorOf(services.accountant), openCase(uuid(1)));
    const targets = [{ referralId, service: services.mediator }];
    scene.tell(actorOf(services.accountant), { type: 'refer', targets, mode: 'each', proposesLead: false });
    scene.tell(actorOf(services.mediator), { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
    const row = archive(scene.events).find(({ type }) => type === 'relais.referral.declined.v1');
    expect(row).toMatchObject({ reason: 'full', choice: 'capacity', profession: 'mediator', sender: 'accountant' });
  });

  it('of an imported case has its facts and its outcome; its referrals stay in its data', () => {
    const [row] = archive([importedCase(1, { municipality: '21004' })]);
    expect(row).toMatchObject({ municipality: '21004', outcome: 'recovered', by_kind: 'import', sender: null });
  });

  it('of another stream has neither code nor facts', () => {
    const event: DirectoryEvent = {
      id: 'c0ffee',
      subject: 'listening-west',
      sequence: 4,
      time: start,
      by: { kind: 'clock' },
      type: 'relais.directory.capacity-confirmed.v1',
      data: { serviceId: 'listening-west', organisationId: 'west', capacity: 'full' },
    };
    const row = archivedOf({ stream: 'directory', subject: 'listening-west', event }, noContext, withoutHidden);
    expect(row).toMatchObject({ code: null, municipality: null, service: null, by_kind: 'clock', data: event.data });
  });

  it.each([
    [
      { kind: 'person', personId: 'somebody', organisationId: 'west', serviceId: 'listening-west' },
      { by_kind: 'person', by_organisation: 'west', by_service: 'listening-west' },
    ],
    [
      { kind: 'unaffiliated', personId: 'somebody' },
      { by_kind: 'unaffiliated', by_organisation: null, by_service: null },
    ],
    [{ kind: 'entrepreneur' }, { by_kind: 'entrepreneur', by_organisation: null, by_service: null }],
    [
      { kind: 'link', linkId: uuid(9) },
      { by_kind: 'link', by_organisation: null, by_service: null },
    ],
    [{ kind: 'clock' }, { by_kind: 'clock', by_organisation: null, by_service: null }],
    [
      { kind: 'import', batchId: uuid(8) },
      { by_kind: 'import', by_organisation: null, by_service: null },
    ],
  ] as const)('says of the origin %o what names nobody', (by, columns) => {
    const event = { ...importedCase(1), by } as CaseEvent;
    const row = archivedOf({ stream: 'cases', subject: event.caseId, event }, noContext, withoutHidden);
    expect(row).toMatchObject(columns);
    expect(JSON.stringify(row)).not.toMatch(/somebody|linkId|batchId/);
  });

  it('that comes late does not bring old facts back', () => {
    const scene = play(start);
    const lead = actorOf(services.accountant);
    scene.tell(lead, openCase(uuid(1)));
    scene.tell(lead, { type: 'amend-facts', facts: facts({ sector: 'retail' }) });
    scene.tell(lead, { type: 'amend-facts', facts: facts({ sector: 'horeca', municipality: '21004' }) });
    const [first, second, third] = scene.events;
    const late = [first, third, second].flatMap((one) => one ?? []);
    expect(archive(late).map(({ municipality }) => municipality)).toEqual(['21009', '21004', '21004']);
  });
});
