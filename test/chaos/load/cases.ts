import type { CaseView } from '#contracts/case';
import { happens, pickOne, shuffled, type Random } from '../../../scripts/demo/random.js';
import type { DemoPerson } from '../../../scripts/demo/demonstration.js';
import { personas } from '../../../scripts/demo/personas.js';

/** A case that is played, as far as it is known. */
export type CaseInPlay = {
  readonly caseId: string;
  /** Goes on for ever, by commands that leave it as it is. */
  readonly long: boolean;
  /** What the person saw last, however old. */
  readonly views: Map<string, CaseView>;
  /** The newest of the views. */
  latest: CaseView;
};

/** Of the cases that are opened first so many go on for ever, and get this share of all commands. */
const longCases = 2;
const shareOfLong = 0.45;
const shareOfLongest = 0.8;

const coordinators = personas.filter((one) => one.roles.includes('coordinator'));
const shareOfCoordinators = 0.15;

/** The cases in play. Commands go to these only, so that every case in Temporal is accounted for by one ledger. */
export class Cases {
  private readonly open = new Map<string, CaseInPlay>();
  /** Openings that are on their way. */
  private opening = 0;
  private opened = 0;

  constructor(private readonly wanted: number) {}

  /** True when one more should be opened; the caller then opens it within `openOne`. */
  isRoom(): boolean {
    return this.open.size + this.opening < this.wanted;
  }

  /** Counts an opening while it is on its way and takes the case into play. */
  async openOne(work: () => Promise<CaseView | undefined>, by: string): Promise<void> {
    this.opening += 1;
    try {
      const view = await work();
      if (view !== undefined) {
        this.opened += 1;
        const long = this.opened <= longCases;
        this.open.set(view.caseId, { caseId: view.caseId, long, views: new Map([[by, view]]), latest: view });
      }
    } finally {
      this.opening -= 1;
    }
  }

  find(caseId: string): CaseInPlay | undefined {
    return this.open.get(caseId);
  }

  /** One of the cases; undefined before the first was opened. */
  pick(random: Random): CaseInPlay | undefined {
    const all = [...this.open.values()];
    const long = all.filter((one) => one.long);
    if (long.length > 0 && happens(random, shareOfLong)) {
      return happens(random, shareOfLongest) ? long[0] : pickOne(random, long);
    }
    return all.length === 0 ? undefined : pickOne(random, all);
  }

  /** Remembers what somebody saw; most closed cases go out of play, some are left to be opened again. */
  saw(random: Random, one: CaseInPlay, personId: string, view: CaseView): void {
    one.views.set(personId, view);
    if (view.sequence >= one.latest.sequence) {
      one.latest = view;
    }
    if (view.status === 'closed' && happens(random, 0.5)) {
      this.open.delete(one.caseId);
    }
  }

  /** What somebody saw of a case turned out to be old. */
  forget(one: CaseInPlay, personId: string): void {
    one.views.delete(personId);
  }
}

/** Somebody who has to do with the case. */
export function somebodyOf(random: Random, { latest }: CaseInPlay): DemoPerson {
  const active = latest.referrals.filter((one) => one.endedAt === null);
  const ends = active.flatMap((one) => [one.to.serviceId, one.to.serviceId, one.from.serviceId]);
  const services = shuffled(random, [latest.lead?.serviceId, ...ends]);
  const [serviceId] = services;
  const people = personas.filter((one) => typeof serviceId === 'string' && one.serviceIds.includes(serviceId));
  return pickOne(random, people.length === 0 || happens(random, shareOfCoordinators) ? coordinators : people);
}
