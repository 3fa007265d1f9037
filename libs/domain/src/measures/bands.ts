import type { CaseFacts, Instant, Policy } from '#contracts';
import {
  areaOf,
  codesOf,
  difficulties,
  region,
  sectors,
  sizeGroups,
  timeBands,
  type DifficultyGroup,
  type SizeGroup,
  type TimeBand,
} from '#contracts/codes';
import { workingMinutesBetween } from '../calendar/working-time.js';
import type { KnownCase } from '../case/state.js';

/** Facts of a case in the coarse grain of figures. */
export type Groups = {
  /** Of the main difficulty. */
  readonly difficulty: DifficultyGroup;
  readonly sector: string;
  readonly area: string;
  readonly size: SizeGroup;
};

/**
 * The groups a case belongs to.
 * @throws Error when it has no difficulty, which its contract forbids
 */
export function groupsOf({ difficulties: mentioned, sector, municipality, sizeBand }: CaseFacts): Groups {
  const [main] = mentioned;
  if (main === undefined) {
    throw new Error('a case without a difficulty cannot be counted');
  }
  return {
    difficulty: difficulties[main.difficulty].group,
    sector: sectors[sector].group,
    area: areaOf(municipality),
    size: sizeGroupOf(sizeBand),
  };
}

function sizeGroupOf(band: CaseFacts['sizeBand']): SizeGroup {
  return codesOf(sizeGroups).find((group) => sizeGroups[group].bands.some((one) => one === band)) ?? 'unknown';
}

/** Dates of imported history are noon in UTC: counted in UTC a day has eight hours, also over a switch of summer time. */
const calendarOfDates: Policy['calendar'] = {
  ...region.calendar,
  weekdays: [...region.calendar.weekdays],
  fixedHolidays: [...region.calendar.fixedHolidays],
  easterHolidays: [...region.calendar.easterHolidays],
  winterOffsetHours: 0,
  summerTime: false,
};

/** The calendar a case is counted in: its own, or the region's for imported history. */
export function calendarOf({ policy }: Pick<KnownCase, 'policy'>): Policy['calendar'] {
  return policy?.calendar ?? calendarOfDates;
}

/** A stretch of time. */
export type Stretch = { readonly from: Instant; readonly until: Instant };

/** The band of the working time from one instant to another, less the pauses in between. */
export function timeBandOf(
  { from, until }: Stretch,
  calendar: Policy['calendar'],
  pauses: readonly Stretch[] = [],
): TimeBand {
  const paused = pauses.reduce(
    (sum, pause) => sum + workingMinutesBetween(later(pause.from, from), earlier(pause.until, until), calendar),
    0,
  );
  return bandOf(workingMinutesBetween(from, until, calendar) - paused);
}

function bandOf(minutes: number): TimeBand {
  return (
    codesOf(timeBands).find((band) => {
      const { upTo } = timeBands[band];
      return upTo !== null && minutes <= upTo * 60;
    }) ?? 'longer'
  );
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
