import {
  standardPolicy,
  type CaseCommand,
  type CaseFacts,
  type Consent,
  type Policy,
  type ServiceRef,
} from '#contracts/case';
import type { Membership, Person, Viewer } from '#contracts/people';
import { viewerOf } from '#domain/people';

/** Services of fictional organisations, one per profession. */
export const services = {
  mediator: { serviceId: 'mediation-north', organisationId: 'north', profession: 'mediator' },
  secondMediator: { serviceId: 'mediation-south', organisationId: 'south', profession: 'mediator' },
  accountant: { serviceId: 'accounts-east', organisationId: 'east', profession: 'accountant' },
  psychologist: { serviceId: 'listening-west', organisationId: 'west', profession: 'psychologist' },
  coach: { serviceId: 'coaching-east', organisationId: 'east', profession: 'coach' },
} as const satisfies Record<string, ServiceRef>;

/** Somebody who works here. */
export const person: Person = { personId: 'person-1', name: 'Noor Vanderlinden', language: 'nl' };

let memberships = 0;

/** A membership since the first day of 2026, of no organisation, role and service but those given. */
export function membership(change: Partial<Membership> = {}): Membership {
  memberships += 1;
  const { organisationId = null } = change;
  return {
    membershipId: uuid(0x3e3be5 + memberships),
    organisationId,
    organisationName: organisationId,
    roles: [],
    services: [],
    from: '2026-01-01T00:00:00.000Z',
    until: null,
    ...change,
  };
}

/** A service that somebody acts for, a mediator's. */
function actedFor(serviceId: string): Membership['services'][number] {
  return { serviceId, name: { fr: serviceId, nl: serviceId, en: serviceId }, profession: 'mediator' };
}

/** An actor of the organisation `north` who acts for services. */
export function colleague(personId: string, serviceIds: readonly string[], change: Partial<Membership> = {}) {
  return {
    person: { personId, name: `Name of ${personId}` },
    membership: membership({
      organisationId: 'north',
      roles: ['actor'],
      services: serviceIds.map(actedFor),
      ...change,
    }),
  };
}

function memberOf(personId: string, change: Partial<Membership>): Viewer {
  return viewerOf({ person: { ...person, personId }, membership: membership(change) });
}

function serviceOf({ serviceId, profession }: Omit<ServiceRef, 'organisationId'>): Membership['services'][number] {
  return { serviceId, name: { fr: serviceId, nl: serviceId, en: serviceId }, profession };
}

/** A person who acts for the service. */
export function actorOf(service: ServiceRef): Viewer {
  const { serviceId, organisationId } = service;
  return memberOf(`person-${serviceId}`, {
    organisationId,
    roles: ['actor', 'member'],
    services: [serviceOf(service)],
  });
}

/** A person of the coordinating team. */
export const coordinator = memberOf('coordinator-1', { organisationId: 'hub', roles: ['coordinator', 'member'] });

/** A person of the coordinating team who belongs to no organisation. */
export const platformCoordinator = memberOf('coordinator-2', { roles: ['coordinator'] });

/** Somebody who has nothing to do with any case. */
export const outsider = memberOf('outsider-1', {
  organisationId: 'far',
  roles: ['actor', 'member'],
  services: [serviceOf({ serviceId: 'far-away', profession: 'coach' })],
});

/** Facts of a restaurant in trouble, changed as given. */
export function facts(change: Partial<CaseFacts> = {}): CaseFacts {
  return {
    languages: ['fr', 'nl'],
    municipality: '21009',
    sector: 'horeca',
    legalForm: 'company',
    sizeBand: '1-4',
    ageBand: '3-4',
    stage: 'restructuring',
    difficulties: [
      { difficulty: 'social-contributions', severity: 3 },
      { difficulty: 'partner-conflict', severity: 2 },
    ],
    channel: 'phone',
    urgency: 'normal',
    ...change,
  };
}

/** Consent for all professions, changed as given. */
export function consent(change: Partial<Consent> = {}): Consent {
  return {
    givenOn: '2026-09-01',
    channel: 'oral',
    professions: ['mediator', 'accountant', 'psychologist', 'lawyer', 'financial-adviser', 'coach'],
    ...change,
  };
}

/** A policy without nights, week-ends and holidays, whose clocks run in the given milliseconds. */
export function continuousPolicy(milliseconds: number): Policy {
  const minutes = milliseconds / 60_000;
  return {
    ...standardPolicy,
    name: 'continuous',
    calendar: {
      opens: 0,
      closes: 1440,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      fixedHolidays: [],
      easterHolidays: [],
      winterOffsetHours: 0,
      summerTime: false,
    },
    answer: { normal: minutes, urgent: minutes / 2 },
    firstContact: minutes,
    checkIn: minutes,
    recallAnswer: minutes,
  };
}

/** The same rules as they were before the lead and the coordinators had times of their own. */
export function policyOfBefore({ decide: _decide, dispatch: _dispatch, again: _again, ...policy }: Policy): Policy {
  return policy;
}

/** The command that opens a case led by the accountant, changed as given. */
export function openCase(
  caseId: string,
  change: Partial<Extract<CaseCommand, { type: 'open-case' }>> = {},
): Extract<CaseCommand, { type: 'open-case' }> {
  return {
    type: 'open-case',
    caseId,
    facts: facts(),
    consent: consent(),
    policy: standardPolicy,
    lead: services.accountant,
    ...change,
  };
}

/** A fixed, valid identifier: `uuid(1)` is `00000000-0000-4000-8000-000000000001`. */
export function uuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
