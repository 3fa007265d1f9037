import {
  standardPolicy,
  type CaseCommand,
  type CaseFacts,
  type Consent,
  type Policy,
  type ServiceRef,
} from '#contracts/case';
import type { Viewer } from '#contracts/people';

/** Services of fictional organisations, one per profession. */
export const services = {
  mediator: { serviceId: 'mediation-north', organisationId: 'north', profession: 'mediator' },
  secondMediator: { serviceId: 'mediation-south', organisationId: 'south', profession: 'mediator' },
  accountant: { serviceId: 'accounts-east', organisationId: 'east', profession: 'accountant' },
  psychologist: { serviceId: 'listening-west', organisationId: 'west', profession: 'psychologist' },
  coach: { serviceId: 'coaching-east', organisationId: 'east', profession: 'coach' },
} as const satisfies Record<string, ServiceRef>;

/** A person who acts for the service. */
export function actorOf(service: ServiceRef): Viewer {
  const { serviceId, organisationId } = service;
  return { personId: `person-${serviceId}`, roles: ['actor', 'member'], organisationId, serviceIds: [serviceId] };
}

/** A person of the coordinating team. */
export const coordinator: Viewer = {
  personId: 'coordinator-1',
  roles: ['coordinator', 'member'],
  organisationId: 'hub',
  serviceIds: [],
};

/** Somebody who has nothing to do with any case. */
export const outsider: Viewer = {
  personId: 'outsider-1',
  roles: ['actor', 'member'],
  organisationId: 'far',
  serviceIds: ['far-away'],
};

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
