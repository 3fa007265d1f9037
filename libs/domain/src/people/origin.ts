import type { Party } from '#contracts/case';
import type { Origin } from '#contracts/kernel';
import type { Viewer } from '#contracts/people';

/** The absent person in whose name the viewer acts for a service; undefined when they act in their own. */
export function representedIn({ inNameOf = [] }: Viewer, serviceId: string | null): string | undefined {
  return inNameOf.find((one) => one.serviceId === serviceId)?.personId;
}

/** The origin of what a person does for a service, or for their organisation when `serviceId` is null. */
export function originOf(viewer: Viewer, serviceId: string | null): Origin {
  const { personId, organisationId } = viewer;
  if (organisationId === null) {
    return { kind: 'unaffiliated', personId };
  }
  const forPersonId = representedIn(viewer, serviceId);
  return { kind: 'person', personId, organisationId, serviceId, ...(forPersonId !== undefined && { forPersonId }) };
}

/** In whose name a person opens a case or refers it; undefined for one who acts for no organisation. */
export function partyOf({ organisationId }: Viewer, serviceId: string | null): Party | undefined {
  return organisationId === null ? undefined : { organisationId, serviceId };
}
