import type { Instant, Profession } from '#contracts/kernel';
import type { Membership, Person, Viewer } from '#contracts/people';
import { manages } from './managing.js';
import { holdsAt, isOver } from './membership.js';

/** Days that an absence lasts at most, and in which it begins at the latest. */
export const absenceDays = { longest: 366, ahead: 366 } as const;

const day = 86_400_000;

/** From when until when. */
type Span = { readonly from: Instant; readonly until: Instant };

/** Somebody under one membership, as far as absences are concerned. */
export type Colleague = {
  readonly person: Pick<Person, 'personId' | 'name'>;
  readonly membership: Pick<Membership, 'membershipId' | 'organisationId' | 'roles' | 'services' | 'from' | 'until'>;
};

/** An absence, seen from the membership under which somebody stands in. */
export type StandIn = Span & { readonly substituteMembershipId: string; readonly absent: Colleague };

/** True for those who may set and end somebody's absence: the person, and whoever manages the members of their organisation. */
export function mayArrangeAbsence(viewer: Viewer, { person, membership }: Colleague): boolean {
  return viewer.personId === person.personId || manages(viewer, membership.organisationId);
}

/** True for somebody who acts for services of an organisation, so that there is work of theirs. */
function isActor({ organisationId, roles }: Pick<Membership, 'organisationId' | 'roles'>): boolean {
  return organisationId !== null && roles.includes('actor');
}

/** True when a colleague may do the work of another: an actor of the same organisation, and not the same person under another name. */
export function mayStandInFor(absent: Colleague, substitute: Colleague): boolean {
  return (
    isActor(substitute.membership) &&
    substitute.membership.organisationId === absent.membership.organisationId &&
    substitute.person.personId !== absent.person.personId
  );
}

/** Professions that somebody does not have, of those that some work takes; it is said, and hinders nobody. */
export function lackedProfessions(of: readonly Profession[], held: readonly Profession[]): Profession[] {
  return [...new Set(of)].filter((profession) => !held.includes(profession));
}

/** Why an absence is not set. */
export type AbsenceRefusal =
  | { readonly field: 'from' | 'until'; readonly because: 'past' | 'too-far' | 'not-after' | 'too-long' }
  | {
      readonly code: 'absence-unknown' | 'absence-without-work' | 'substitute-unknown' | 'absence-overlaps';
    }
  | { readonly code: 'substitute-absent'; readonly away: Span };

type Asked = Span & {
  /** When it began, of one that is changed while it lasts; it is asked for from now on. */
  readonly begunAt?: Instant | undefined;
  readonly absent: Colleague;
  /** Undefined when there is none of that name. */
  readonly substitute: Colleague | undefined;
  /** Other absences of the two that are not over. */
  readonly others: readonly (Span & { readonly personId: string; readonly membershipId: string })[];
};

function spanRefusal({ from, until }: Span, begunAt: Instant, at: number): AbsenceRefusal | undefined {
  const [first, last] = [Date.parse(from), Date.parse(until)];
  if (first < at) {
    return { field: 'from', because: 'past' };
  }
  if (first > at + absenceDays.ahead * day) {
    return { field: 'from', because: 'too-far' };
  }
  if (last <= first) {
    return { field: 'until', because: 'not-after' };
  }
  return last > Date.parse(begunAt) + absenceDays.longest * day ? { field: 'until', because: 'too-long' } : undefined;
}

/** Why an absence may not be set as it is asked for at an instant, undefined when it may. */
export function absenceRefusal(
  { absent, substitute, others, begunAt, ...span }: Asked,
  at: Instant,
): AbsenceRefusal | undefined {
  const now = Date.parse(at);
  const wrong = spanRefusal(span, begunAt ?? span.from, now);
  if (wrong !== undefined) {
    return wrong;
  }
  const { membership } = absent;
  if (!isActor(membership) || membership.services.length === 0 || isOver(membership, span.from)) {
    return { code: 'absence-without-work' };
  }
  if (
    substitute === undefined ||
    !mayStandInFor(absent, substitute) ||
    !holdsAt(substitute.membership, span.from) ||
    isOver(substitute.membership, new Date(Date.parse(span.until) - 1).toISOString())
  ) {
    return { code: 'substitute-unknown' };
  }
  const overlapping = others.filter(
    (one) => Date.parse(one.from) < Date.parse(span.until) && Date.parse(span.from) < Date.parse(one.until),
  );
  if (overlapping.some((one) => one.membershipId === membership.membershipId)) {
    return { code: 'absence-overlaps' };
  }
  const away = overlapping.find((one) => one.personId === substitute.person.personId);
  return away === undefined ? undefined : { code: 'substitute-absent', away: { from: away.from, until: away.until } };
}

/** A stretch of an absence in which nobody does the work: the substitute is no actor there any more, or is away themselves. */
export type Gap = Span & { readonly because: 'left' | 'away' };

/**
 * The first stretch of an absence, from an instant on, in which nobody stands in; undefined when somebody does all along.
 * @param away absences of the substitute that are not over
 */
export function gapOf(
  { absent, substitute, ...span }: Span & Pick<Asked, 'absent' | 'substitute'>,
  away: readonly Span[],
  at: Instant,
): Gap | undefined {
  const [first, last] = [Math.max(Date.parse(span.from), Date.parse(at)), Date.parse(span.until)];
  const leaves = substitute?.membership.until ?? null;
  const stretches = [
    ...(substitute === undefined || !mayStandInFor(absent, substitute)
      ? [{ because: 'left' as const, from: first, until: last }]
      : []),
    ...(leaves === null ? [] : [{ because: 'left' as const, from: Date.parse(leaves), until: last }]),
    ...away.map((one) => ({ because: 'away' as const, from: Date.parse(one.from), until: Date.parse(one.until) })),
  ]
    .map((one) => ({ ...one, from: Math.max(one.from, first), until: Math.min(one.until, last) }))
    .filter((one) => one.from < one.until)
    .sort((a, b) => a.from - b.from);
  const [next] = stretches;
  return next === undefined
    ? undefined
    : { because: next.because, from: new Date(next.from).toISOString(), until: new Date(next.until).toISOString() };
}

type Service = Membership['services'][number];

/**
 * A membership with the services of those for whom its person stands in at an instant: what these act for themselves, and nothing that
 * they have in another's name, so that nobody passes on what was given to them. What is the person's own stays their own. No role comes
 * with it.
 */
export function withStandIns(
  membership: Membership,
  person: Pick<Person, 'personId' | 'name'>,
  standIns: readonly StandIn[],
  at: Instant,
): Membership {
  const services = new Map<string, Service>(membership.services.map((one) => [one.serviceId, one]));
  for (const standIn of standIns) {
    const { absent } = standIn;
    const holds =
      standIn.substituteMembershipId === membership.membershipId &&
      holdsAt(standIn, at) &&
      holdsAt(absent.membership, at) &&
      isActor(absent.membership) &&
      mayStandInFor(absent, { person, membership });
    for (const service of holds ? absent.membership.services : []) {
      if (!services.has(service.serviceId)) {
        services.set(service.serviceId, { ...service, inNameOf: { ...absent.person, until: standIn.until } });
      }
    }
  }
  return { ...membership, services: [...services.values()] };
}

/** When, after an instant, it changes next by itself for whom somebody stands in under a membership; null when it does not. */
export function changesAt(
  { membershipId }: Pick<Membership, 'membershipId'>,
  standIns: readonly StandIn[],
  at: Instant,
): Instant | null {
  const turns = standIns
    .filter((one) => one.substituteMembershipId === membershipId)
    .flatMap(({ from, until, absent: { membership } }) => [from, until, membership.from, membership.until ?? from])
    .map((turn) => Date.parse(turn))
    .filter((turn) => turn > Date.parse(at));
  return turns.length === 0 ? null : new Date(Math.min(...turns)).toISOString();
}
