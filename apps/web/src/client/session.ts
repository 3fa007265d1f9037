import type { Membership, Role, Session } from '#contracts/people';
import type { Right } from '#domain/people';
import { mayDo, viewerOf } from '#domain/people';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.js';

/** The session as it stands on the server. */
export function sessionQuery() {
  return queryOptions({ queryKey: ['session'], queryFn: () => api.get<Session>('/session'), staleTime: Infinity });
}

/** Who is signed in, and the membership they act under; only below the signed-in route. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery()).data;
}

/** True when the person has one of the roles. */
export function hasRole(session: Session, ...roles: readonly Role[]): boolean {
  return session.membership.roles.some((role) => roles.includes(role));
}

/** In whose name a membership is: its organisation's, or the platform's where it is of none. */
export function houseOf({ organisationName }: Membership): string {
  return organisationName ?? 'Relais';
}

/** Whether something is open to a person. */
export type IsOpen = (session: Session) => boolean;

/** Whether a person has a right, by the table of rights of the domain. */
export function may(right: Right): IsOpen {
  return (session) => mayDo(viewerOf(session), right);
}
