import type { Instant } from '#contracts/kernel';
import type { Membership, Session, Viewer } from '#contracts/people';

/** True when a membership gives its rights at an instant: from its beginning on, and no more from its end on. */
export function holdsAt({ from, until }: Pick<Membership, 'from' | 'until'>, at: Instant): boolean {
  const now = Date.parse(at);
  return Date.parse(from) <= now && (until === null || now < Date.parse(until));
}

/** True when a membership is over at an instant; one that begins later is not. */
export function isOver({ until }: Pick<Membership, 'until'>, at: Instant): boolean {
  return until !== null && Date.parse(until) <= Date.parse(at);
}

/** What the rights of a session depend on. */
export function viewerOf({ person, membership }: Pick<Session, 'person' | 'membership'>): Viewer {
  const { organisationId, roles, services } = membership;
  const inNameOf = services.flatMap(({ serviceId, inNameOf: one }) =>
    one === undefined ? [] : [{ serviceId, personId: one.personId }],
  );
  return {
    personId: person.personId,
    roles,
    organisationId,
    serviceIds: services.map((one) => one.serviceId),
    ...(inNameOf.length > 0 && { inNameOf }),
  };
}
