import type { Role, Session, Viewer } from '#contracts';
import type { Right } from '#domain';
import { mayDo } from '#domain';
import { useSuspenseQuery } from '@tanstack/react-query';
import { queries } from '../features/case/queries.js';

/** The person who is signed in; only below the signed-in route. */
export function useSession(): Session {
  return useSuspenseQuery(queries.session()).data;
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

function may(right: Right): (session: Session) => boolean {
  return (session) => mayDo(viewerOf(session), right);
}

/** Who sees which room of the application, by the table of rights of the domain. */
export const rooms = {
  inbox: may('read-inbox'),
  cases: may('list-cases'),
  newCase: may('open-case'),
  dispatch: (session: Session) => hasRole(session, 'coordinator'),
  trends: may('read-monitoring'),
  ownFigures: may('read-own-figures'),
  outside: may('read-outside'),
  directory: may('read-directory'),
  share: may('analyse'),
  workbench: may('analyse'),
  contracts: (session: Session) => may('analyse')(session) || may('operate')(session),
  analysisAudit: may('audit-analysis'),
  operations: may('operate'),
  events: may('analyse'),
} satisfies Record<string, (session: Session) => boolean>;

/** True for those who read exact figures of all services, and of the whole region. */
export const mayReadExact = may('read-monitoring-exact');

/** True for those who make the packs of plenaries. */
export const mayMakePack = may('make-pack');

/** A room of the application. */
export type Room = keyof typeof rooms;

/** The page a person starts on. */
export function homeOf(session: Session): '/inbox' | '/dispatch' | '/trends' | '/operations' {
  if (rooms.dispatch(session)) {
    return '/dispatch';
  }
  if (rooms.inbox(session)) {
    return '/inbox';
  }
  return rooms.operations(session) ? '/operations' : '/trends';
}
