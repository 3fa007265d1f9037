import type { Membership, Role, Viewer } from '#contracts/people';
import { roles } from '#contracts/people/codes';

/** What of a membership decides who manages it. */
type Managed = Pick<Membership, 'organisationId' | 'roles'>;

const every = Object.keys(roles) as Role[];

/** Roles in the name of an organisation, which nobody has without one. */
const inOrganisation: readonly Role[] = ['actor', 'member', 'organisation-administrator'];

/** Which roles somebody gives and takes, by their own. */
const givenBy: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  'organisation-administrator': inOrganisation,
  administrator: every,
};

/** Roles that somebody has to have: in an organisation whoever manages it, on the platform whoever manages and coordinates it. */
const needed: readonly Role[] = ['organisation-administrator', 'administrator', 'coordinator'];

/** True when the viewer manages the members of an organisation, or of the platform itself where it is null. */
export function manages(viewer: Pick<Viewer, 'organisationId' | 'roles'>, organisationId: string | null): boolean {
  return (
    viewer.roles.includes('administrator') ||
    (viewer.roles.includes('organisation-administrator') &&
      organisationId !== null &&
      viewer.organisationId === organisationId)
  );
}

/** The roles that the viewer may give there, none that is beyond their own. */
export function rolesToGive(viewer: Viewer, organisationId: string | null): readonly Role[] {
  if (!manages(viewer, organisationId)) {
    return [];
  }
  const given = new Set(viewer.roles.flatMap((role) => givenBy[role] ?? []));
  return every.filter((role) => given.has(role) && (organisationId !== null || !inOrganisation.includes(role)));
}

/** True when the viewer may change and end a membership: none with a role that they could not give. */
export function mayManage(viewer: Managed, { organisationId, roles: held }: Managed): boolean {
  const given = viewer.roles.flatMap((role) => givenBy[role] ?? []);
  return manages(viewer, organisationId) && held.every((role) => given.includes(role));
}

/**
 * The roles of a membership without which nobody would manage an organisation or the platform any more, or coordinate.
 * @param others memberships that hold besides
 */
export function onlyRoles(one: Managed, others: readonly Managed[]): readonly Role[] {
  return needed.filter(
    (role) =>
      one.roles.includes(role) &&
      !others.some(
        (other) =>
          other.roles.includes(role) &&
          (role !== 'organisation-administrator' || other.organisationId === one.organisationId),
      ),
  );
}

/** A membership without an end, and whose it is. */
export type Lasting = Managed & { readonly personId: string };

/**
 * The roles that keep a membership from being ended or changed by somebody: those that somebody has to have, and nobody else has. Whoever
 * manages others may leave them without who manages, because they stay themselves; one who goes away on a day does not, and whoever
 * manages does not coordinate for it.
 * @param others memberships that hold besides and have no end
 */
export function keepingRoles(one: Lasting, by: string, others: readonly Lasting[]): readonly Role[] {
  const stays = others.some((other) => other.personId === by && manages(other, one.organisationId));
  return onlyRoles(one, others).filter((role) => role === 'coordinator' || one.personId === by || !stays);
}
