import type { Instant } from '#contracts/kernel';
import type { Membership, Person, Session, Viewer } from '#contracts/people';

/** True when a membership gives its rights at an instant: from its beginning on, and no more from its end on. */
export function holdsAt({ from, until }: Pick<Membership, 'from' | 'until'>, at: Instant): boolean {
  const now = Date.parse(at);
  return Date.parse(from) <= now && (until === null || now < Date.parse(until));
}

/** What is kept of a session: whose it is, under which membership, and all memberships that the person has, had or will have. */
export type KeptSession = {
  readonly person: Person;
  readonly membershipId: string;
  readonly memberships: readonly Membership[];
};

/** A session as it stands at an instant; undefined when the membership it acts under does not hold, which ends it. */
export function sessionAt({ person, membershipId, memberships }: KeptSession, at: Instant): Session | undefined {
  const holding = memberships.filter((one) => holdsAt(one, at));
  const membership = holding.find((one) => one.membershipId === membershipId);
  return membership && { person, membership, memberships: holding };
}

/** What the rights of a session depend on. */
export function viewerOf({ person, membership }: Pick<Session, 'person' | 'membership'>): Viewer {
  const { organisationId, roles, services } = membership;
  return { personId: person.personId, roles, organisationId, serviceIds: services.map((one) => one.serviceId) };
}
