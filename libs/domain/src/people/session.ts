import type { Instant } from '#contracts/kernel';
import type { Membership, Person, Session } from '#contracts/people';
import type { SignInWay } from '#contracts/people/codes';
import { changesAt, type StandIn, withStandIns } from './absence.js';
import { holdsAt } from './membership.js';
import { awaitsPasskey } from './second-factor.js';

/** How long a session lasts without a sign of its person, and at most; minutes (ASVS 5.0, 7.3.1 and 7.3.2). */
export const sessionMinutes = { idle: 60, most: 12 * 60 } as const;

/** What is kept of a session: whose it is, since when, when its person last did something, and all memberships they have, had or will have. */
export type KeptSession = {
  readonly sessionId: string;
  readonly person: Person;
  readonly membershipId: string;
  readonly memberships: readonly Membership[];
  /** Absences, now or later, in which the person stands in for somebody. */
  readonly standIns: readonly StandIn[];
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly way: SignInWay;
  /** When its person showed a passkey. */
  readonly passkeyAt: Instant | null;
};

/** How long the audit trail is kept, in months. */
export const auditMonths = 24;

const minute = 60_000;

type Times = Pick<KeptSession, 'openedAt' | 'seenAt'>;

const idleEnd = ({ seenAt }: Times): number => Date.parse(seenAt) + sessionMinutes.idle * minute;
const longestEnd = ({ openedAt }: Times): number => Date.parse(openedAt) + sessionMinutes.most * minute;

/** True while neither its person was idle too long nor its longest time is over. */
export function lastsAt(times: Times, at: Instant): boolean {
  return Date.parse(at) < Math.min(idleEnd(times), longestEnd(times));
}

/** When a session ends: once its person was idle too long, its longest time is over or its membership ends; `last` when nothing they do moves it. */
function endOf(times: Times, { until }: Membership): Pick<Session, 'endsAt' | 'last'> {
  const idle = idleEnd(times);
  const last = Math.min(longestEnd(times), until === null ? Infinity : Date.parse(until));
  return { endsAt: new Date(Math.min(idle, last)).toISOString(), last: last <= idle };
}

function passkeyOf({ way, passkeyAt }: KeptSession, membership: Membership): Session['passkey'] {
  if (passkeyAt !== null) {
    return 'shown';
  }
  return awaitsPasskey(membership, way, passkeyAt) ? 'awaited' : 'none';
}

/** A session as it stands at an instant; undefined when it has ended, or the membership it acts under does not hold, which ends it. */
export function sessionAt(kept: KeptSession, at: Instant): Session | undefined {
  const { sessionId, person, membershipId } = kept;
  const memberships = kept.memberships
    .filter((one) => holdsAt(one, at))
    .map((one) => withStandIns(one, person, kept.standIns, at));
  const membership = memberships.find((one) => one.membershipId === membershipId);
  if (membership === undefined) {
    return undefined;
  }
  const end = endOf(kept, membership);
  const passkey = passkeyOf(kept, membership);
  return Date.parse(at) < Date.parse(end.endsAt)
    ? {
        sessionId,
        person,
        membership,
        memberships,
        ...end,
        changesAt: changesAt(membership, kept.standIns, at),
        passkey,
      }
    : undefined;
}
