import type { CaseView } from '#contracts/case';
import type { Service } from '#contracts/directory';
import { isActive, isHelping } from '#domain/case';

type Difficulty = Service['difficulties'][number];
type Language = Service['languages'][number];

/** Why a service cannot be asked on this case. */
export type Obstacle = 'no-consent' | 'already-asked' | 'itself' | 'leads' | 'asked-to-lead';

/** Why asking a service most likely leads nowhere: it does not work in this stage, leads the case already, or has just refused it. */
export type Setback = 'stage' | 'lead' | 'declined';

/** How a service fits a case. */
export type Match = {
  readonly service: Service;
  /** Difficulties of the case that the service covers, in the case's order. */
  readonly covers: readonly Difficulty[];
  /** Languages of the case that the service speaks. */
  readonly speaks: readonly Language[];
  readonly inTerritory: boolean;
  readonly obstacle: Obstacle | null;
  /** Why it comes after all others that can be asked. */
  readonly last: readonly Setback[];
  readonly score: number;
};

const capacityScore = { available: 3, 'waiting-list': 1, unknown: 0, full: -6 } as const;

/** The referral by which a service helps with a case already. */
export function helpOf(
  view: CaseView,
  { serviceId }: Pick<Service, 'serviceId'>,
): CaseView['referrals'][number] | undefined {
  return view.referrals.find((one) => one.to.serviceId === serviceId && isHelping(one));
}

function obstacleOf(view: CaseView, service: Service, { leavingId, forLead }: Purpose): Obstacle | null {
  if (forLead === true) {
    if (view.lead?.serviceId === service.serviceId) {
      return 'leads';
    }
    const help = helpOf(view, service);
    if (help !== undefined) {
      // Who helps may be asked to lead as well, but for the time in which they are asked to give it back.
      const mayBeAsked = view.actions.some((one) => one.type === 'offer-lead' && one.referralId === help.referralId);
      return mayBeAsked ? null : 'asked-to-lead';
    }
  }
  const leaving = view.referrals.find((referral) => referral.referralId === leavingId);
  if (leaving?.to.serviceId === service.serviceId) {
    return 'itself';
  }
  const isBusy = view.referrals.some(
    (one) => one !== leaving && isActive(one) && one.to.serviceId === service.serviceId,
  );
  if (isBusy) {
    return 'already-asked';
  }
  return view.consent?.professions.includes(service.profession) === true ? null : 'no-consent';
}

function setbacksOf(view: CaseView, service: Service): Setback[] {
  const newest = view.referrals.filter((one) => one.to.serviceId === service.serviceId).at(-1);
  return [
    ...(newest?.state === 'declined' ? (['declined'] as const) : []),
    ...(view.lead?.serviceId === service.serviceId ? (['lead'] as const) : []),
    ...(service.stages.includes(view.facts.stage) ? [] : (['stage'] as const)),
  ];
}

/** What a service is looked for. */
type Purpose = {
  /** The referral that is handed on. */
  readonly leavingId?: string | undefined;
  /** To lead the case. */
  readonly forLead?: boolean;
};

/** Looks at one service with the eyes of the case. */
export function matchOf(view: CaseView, service: Service, purpose: Purpose = {}): Match {
  const { facts } = view;
  const covers = facts.difficulties
    .map((one) => one.difficulty)
    .filter((difficulty) => service.difficulties.includes(difficulty));
  const speaks = facts.languages.filter((language) => service.languages.includes(language));
  const isAnywhere = service.territory.length === 0 || facts.municipality === 'unknown';
  const inTerritory = isAnywhere || service.territory.includes(facts.municipality);
  const isForMain = covers.length > 0 && covers[0] === facts.difficulties[0]?.difficulty;
  const score =
    (isForMain ? 3 : 0) +
    covers.length * 2 +
    (speaks.length > 0 ? 3 : -3) +
    (inTerritory ? 0 : -8) +
    capacityScore[service.capacity];
  const obstacle = obstacleOf(view, service, purpose);
  return { service, covers, speaks, inTerritory, obstacle, last: setbacksOf(view, service), score };
}

/** Services that can be asked first, the best fit on top; equal ones by name so that the order is steady. */
export function rank(view: CaseView, services: readonly Service[], purpose: Purpose = {}): readonly Match[] {
  return services
    .map((service) => matchOf(view, service, purpose))
    .sort(
      (a, b) =>
        Number(a.obstacle !== null) - Number(b.obstacle !== null) ||
        Number(a.last.length > 0) - Number(b.last.length > 0) ||
        b.score - a.score ||
        a.service.serviceId.localeCompare(b.service.serviceId),
    );
}
