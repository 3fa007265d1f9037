import type { Party } from '#contracts/case';
import type { Origin } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';

/** The origin of what a person does for a service, or for their organisation when `serviceId` is null. */
export function originOf({ personId, organisationId }: Viewer, serviceId: string | null): Origin {
  return organisationId === null
    ? { kind: 'unaffiliated', personId }
    : { kind: 'person', personId, organisationId, serviceId };
}

/** In whose name a person opens a case or refers it; undefined for one who acts for no organisation. */
export function partyOf({ organisationId }: Viewer, serviceId: string | null): Party | undefined {
  return organisationId === null ? undefined : { organisationId, serviceId };
}
