import type { Viewer } from '#contracts/people';

/** Whoever has a role, whichever; with none one may sign in, and that is all. */
const members = ['actor', 'coordinator', 'member', 'analyst', 'administrator', 'organisation-administrator'] as const;

/** What a person may do on the platform at large, by role. The one table of rights outside a case. */
const rights = {
  'open-case': ['actor', 'coordinator'],
  'list-cases': ['actor', 'coordinator'],
  'read-inbox': ['actor', 'coordinator'],
  'read-dispatch': ['coordinator'],
  'read-directory': members,
  'read-monitoring': members,
  'read-monitoring-exact': ['coordinator'],
  'make-pack': ['coordinator'],
  'close-epoch': ['coordinator'],
  'remove-any-shared-figure': ['coordinator'],
  'withdraw-anything': ['coordinator'],
  'read-own-figures': ['actor', 'coordinator'],
  'read-outside': members,
  'import-outside': ['coordinator', 'administrator'],
  'confirm-any-capacity': ['coordinator'],
  'confirm-own-capacity': ['actor'],
  'import-history': ['coordinator', 'administrator'],
  /** The analysts’ room: coded events of all cases. Coordinators may read every case anyway. */
  analyse: ['analyst', 'coordinator'],
  'audit-analysis': ['administrator'],
  /** Who saw or did what on which case. What it tells of oneself everybody reads. */
  'read-audit': ['administrator'],
  /** What events there are; their samples only with `analyse`. */
  'read-contracts': members,
  operate: ['coordinator', 'administrator'],
  /** Passkeys that somebody lost, so that they make another at their next sign-in. */
  'reset-passkeys': ['administrator'],
  /** What is kept of a person: reading, correcting and erasing it for them, whatever they are a member of. */
  'manage-people': ['administrator'],
  /** This table, in words. */
  'read-rights': ['administrator'],
  /** Of one’s own organisation; of all, and of the platform itself, for the administrators of the platform. */
  'manage-members': ['organisation-administrator', 'administrator'],
  /** That oneself is away; of others only who manages them. */
  'arrange-absence': ['actor', 'organisation-administrator', 'administrator'],
  /** Identity providers: which there are, and what a try at one of them brings. */
  'test-provider': ['administrator'],
  /** How mails leave the installation, and a letter to oneself that tries it. */
  'test-mail': ['administrator'],
} as const satisfies Record<string, readonly Viewer['roles'][number][]>;

/** A right outside a case. */
export type Right = keyof typeof rights;

/** Every right outside a case, in the order of the table. */
export const allRights = Object.keys(rights) as Right[];

/** The roles that carry a right. */
export function rolesWith(right: Right): readonly Viewer['roles'][number][] {
  return rights[right];
}

/** What is done in the name of an organisation, and so by nobody who acts for none. */
const inName: readonly Right[] = ['open-case'];

/** True when one of the viewer's roles carries the right, and they have the organisation it takes. */
export function mayDo(viewer: Viewer, right: Right): boolean {
  return (
    viewer.roles.some((role) => rolesWith(right).includes(role)) &&
    (viewer.organisationId !== null || !inName.includes(right))
  );
}

/** True for whoever has a role here. */
export function isMember(viewer: Viewer): boolean {
  const known: readonly string[] = members;
  return viewer.roles.some((role) => known.includes(role));
}

/** True for a person of the coordinating team. */
export function isCoordinator(viewer: Viewer): boolean {
  return viewer.roles.includes('coordinator');
}

/** The services the viewer acts for; services are an organisation's, so who acts for none has no service. */
export function servicesOf({ organisationId, roles, serviceIds }: Viewer): readonly string[] {
  return organisationId !== null && roles.includes('actor') ? serviceIds : [];
}

/** True when the viewer acts for the service. */
export function actsFor(viewer: Viewer, serviceId: string | null | undefined): boolean {
  return typeof serviceId === 'string' && servicesOf(viewer).includes(serviceId);
}
