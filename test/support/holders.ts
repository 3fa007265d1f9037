import type { Role, Session } from '#contracts/people';
import type { SessionRepository } from '#persistence/people';

/** A session of somebody who holds a stream open, with the roles and the services of one membership, which ends and changes when it is said. */
export function holderOf(
  session: string,
  roles: readonly Role[],
  {
    serviceIds = [],
    until = null,
    changesAt = null,
  }: {
    readonly serviceIds?: readonly string[];
    readonly until?: string | null;
    readonly changesAt?: string | null;
  } = {},
): { readonly session: string; readonly signedIn: Session } {
  const name = { fr: 'service', nl: 'dienst', en: 'service' };
  const membership = {
    membershipId: '00000000-0000-4000-8000-00000000000a',
    organisationId: 'somewhere',
    organisationName: 'Somewhere',
    roles: [...roles],
    services: serviceIds.map((serviceId) => ({ serviceId, name, profession: 'mediator' as const })),
    from: '2026-01-01T00:00:00.000Z',
    until,
  };
  const person = { personId: `of-${session}`, name: 'Somebody', language: 'fr' as const };
  const end = {
    endsAt: until ?? '9999-12-31T00:00:00.000Z',
    last: until !== null,
    changesAt,
    passkey: 'none' as const,
  };
  const sessionId = '00000000-0000-4000-8000-00000000000b';
  return { session, signedIn: { sessionId, person, membership, memberships: [membership], ...end } };
}

/** Sessions that stand as is said when somebody asks. */
export function sessionsOf(standing: (session: string) => Session | undefined): SessionRepository {
  const findSessions = async (asked: readonly string[]) =>
    new Map(
      asked.flatMap((session) => {
        const signedIn = standing(session);
        return signedIn === undefined ? [] : [[session, signedIn] as const];
      }),
    );
  return { findSessions } as unknown as SessionRepository;
}
