import type { Viewer } from '#contracts/people';
import { partiesOf, type CaseState } from '#domain/case';
import { actsFor, isCoordinator } from '#domain/people';
import { personas } from '../../../scripts/demo/personas.js';
import type { TopicRecord } from './evidence.js';
import { once } from './same.js';
import { casesOf, statesOf } from './truth.js';

/** By `caseId:sequence` the services that saw the case before the event or see it after, sorted; not of imported history. */
export const partiesAround = once((records: readonly TopicRecord[]): Map<string, readonly string[]> => {
  const around = new Map<string, readonly string[]>();
  for (const [caseId, events] of casesOf(records)) {
    const states = statesOf(events);
    events.forEach((event, place) => {
      const both = [...partiesIn(states[place]), ...partiesIn(states[place + 1])];
      around.set(`${caseId}:${event.sequence}`, [...new Set(both)].sort());
    });
  }
  return around;
});

function partiesIn(state: CaseState | undefined): string[] {
  return state === undefined || state.phase === 'unopened' ? [] : partiesOf(state);
}

/** A person of the demonstration as far as rights are concerned. */
export function viewerOf(personId: string): Viewer {
  const person = personas.find((one) => one.personId === personId);
  if (person === undefined) {
    throw new Error(`the demonstration has no ${personId}`);
  }
  const { roles, organisationId, serviceIds } = person;
  return { personId, roles: [...roles], organisationId, serviceIds: [...serviceIds] };
}

/** True when a person is to be told of a change of a case with these parties. */
export function isTold(viewer: Viewer, parties: readonly string[]): boolean {
  return isCoordinator(viewer) || parties.some((serviceId) => actsFor(viewer, serviceId));
}
