import { describe, expect, it } from '@jest/globals';
import { CaseRequest } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { findIdentifiers } from '#domain/anonymity';
import { inboxLinesOf, overviewOf } from '#domain/case';
import { commandIdsOf } from '../../apps/api/src/case/command-ids.js';
import { commandOf, serviceIdsOf } from '../../apps/api/src/case/request.js';
import type { DemoPerson } from '../../scripts/demo/demonstration.js';
import { directory } from '../../scripts/demo/directory.js';
import { profileOf } from '../../scripts/demo/facts.js';
import { chooseMove } from '../../scripts/demo/moves.js';
import { messages, openingNotes, progressNotes } from '../../scripts/demo/notes.js';
import { pickOne, randomFrom } from '../../scripts/demo/random.js';
import { consent, openCase, uuid } from '../support/builders.js';
import { play } from '../support/playing.js';

const hourMs = 3_600_000;

function viewerOf({ personId, roles, organisationId, serviceIds }: DemoPerson): Viewer {
  return { personId, roles: [...roles], organisationId, serviceIds: [...serviceIds] };
}

/** Who has a line in their inbox: an actor of the service, or the coordinators. */
function ownerOf(serviceId: string | null): DemoPerson {
  const owner = directory.personas.find((person) =>
    serviceId === null ? person.roles.includes('coordinator') : person.serviceIds.includes(serviceId),
  );
  if (owner === undefined) {
    throw new Error(`nobody acts for ${serviceId ?? 'the coordinators'}`);
  }
  return owner;
}

function servicesOf(ids: readonly string[]) {
  return directory.services
    .filter((service) => ids.includes(service.serviceId))
    .map(({ serviceId, organisationId, profession }) => ({ serviceId, organisationId, profession }));
}

/** Plays one case for a while by the simulator's own choices; answers the requests made and what was refused. */
function playCase(seed: number) {
  const random = randomFrom(seed);
  const stage = play('2026-09-01T08:00:00.000Z');
  const [lead] = servicesOf(['beci-desk']);
  if (lead === undefined) {
    throw new Error('the demonstration has no first line');
  }
  const { facts } = profileOf(random, seed % 3 === 0);
  const opening = openCase(uuid(seed), { facts, lead, consent: consent() });
  const refusals: unknown[] = [stage.tell(viewerOf(ownerOf('beci-desk')), opening)];
  const types: string[] = [];
  for (let round = 0; round < 60; round += 1) {
    const lines = inboxLinesOf(stage.known()).filter((line) => line.visible && line.bucket !== 'done');
    const rest = lines.length === 0 ? 30 * 24 * hourMs : random() * 60 * hourMs;
    stage.waitUntil(new Date(Date.parse(stage.now()) + rest).toISOString());
    if (lines.length === 0) {
      continue;
    }
    const line = pickOne(random, lines);
    const person = ownerOf(line.ownerServiceId);
    const overview = overviewOf(stage.known(), viewerOf(person));
    const view = { ...overview, timeline: [], notes: [], people: [], earlier: 0, missing: null, notesErased: false };
    const chosen = chooseMove({ random, person, line, view, now: stage.now(), favour: () => 1 });
    if (chosen !== undefined) {
      const request = CaseRequest.parse(chosen);
      const ids = commandIdsOf(person.personId, `${seed}-round-${round}`, request);
      refusals.push(stage.tell(viewerOf(person), commandOf(request, servicesOf(serviceIdsOf(request)), ids)));
      types.push(request.type);
    }
  }
  return { types, refusals: refusals.filter((one) => one !== undefined) };
}

describe('simulator of the demonstration', () => {
  it('asks only what a case allows, and everything that a case can be asked', () => {
    const plays = Array.from({ length: 250 }, (_, seed) => playCase(seed + 1));
    expect(plays.flatMap((one) => one.refusals)).toEqual([]);
    expect([...new Set(plays.flatMap((one) => one.types))].sort()).toEqual([
      'accept',
      'answer-recall',
      'close-case',
      'close-referral',
      'decline',
      'hand-on',
      'hold',
      'recall',
      'record-first-contact',
      'record-follow-up',
      'record-progress',
      'refer',
      'resolve-dispatch',
      'resume',
      'withdraw-consent',
    ]);
  });

  it('writes notes that the anonymity guard lets through', () => {
    const all = [openingNotes, ...Object.values(messages), ...Object.values(progressNotes)];
    const found = all
      .flatMap((notes) => [...notes.fr, ...notes.nl])
      .map((note) => ({ note, findings: findIdentifiers(note) }))
      .filter(({ findings }) => findings.length > 0);
    expect(found).toEqual([]);
  });
});

describe('directory of the demonstration', () => {
  it('has an actor for every service, and services for every profession', () => {
    const acted = new Set(directory.personas.flatMap((person) => person.serviceIds));
    expect(directory.services.filter((service) => !acted.has(service.serviceId))).toEqual([]);
    expect(new Set(directory.services.map((service) => service.profession)).size).toBe(6);
  });

  it('names only institutions that it has', () => {
    const known = new Set(directory.organisations.map((one) => one.organisationId));
    expect(known.size).toBe(11);
    expect([...directory.services, ...directory.personas].filter((one) => !known.has(one.organisationId))).toEqual([]);
  });
});
