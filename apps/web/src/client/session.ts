import type { Role, Session, Viewer } from '#contracts/people';
import type { Right } from '#domain/people';
import { mayDo } from '#domain/people';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.js';

/** The session as it stands on the server. */
export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: () => api.get<Session>('/session'), staleTime: Infinity });
}

/** The person who is signed in; only below the signed-in route. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery()).data;
}

/** True when the person has one of the roles. */
export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return session.roles.some((role) => roles.includes(role));
}

/** The person as the rules of the domain know them. */
export function viewerOf(session: Session): Viewer {
  const { personId, roles, organisationId, services } = session;
  return { personId, roles, organisationId, serviceIds: services.map((service) => service.serviceId) };
}

/** Whether something is open to a person. */
export type IsOpen = (session: Session) => boolean;

/** Whether a person has a right, by the table of rights of the domain. */
export function may(right: Right): IsOpen {
  return (session) => mayDo(viewerOf(session), right);
}
