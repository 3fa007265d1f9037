import type { MembershipTerms, Viewer } from '#contracts/people';
import { manages, rolesToGive } from '#domain/people';
import { Problem } from '../kernel/problems/problem.js';

/** Of which organisation somebody manages the members; undefined for one who manages all. */
export function ownOrganisation({ roles, organisationId }: Viewer): string | undefined {
  // Who manages the members of none has none; no organisation is called so.
  return roles.includes('administrator') ? undefined : (organisationId ?? '');
}

/**
 * Refuses what a membership of an organisation would give, when it is not the viewer's to give.
 * @param elsewhere services that are not of the organisation
 */
export function refuseTerms(
  viewer: Viewer,
  { organisationId, roles }: Pick<MembershipTerms, 'roles'> & { readonly organisationId: string | null },
  elsewhere: readonly string[],
): void {
  if (!manages(viewer, organisationId)) {
    throw new Problem('not-your-organisation');
  }
  const mine = rolesToGive(viewer, organisationId);
  if (roles.some((role) => !mine.includes(role))) {
    throw new Problem('role-beyond');
  }
  const [serviceId] = elsewhere;
  if (serviceId !== undefined) {
    throw new Problem('service-elsewhere', { params: { serviceId } });
  }
}
