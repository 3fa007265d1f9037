import type { CaseFacts, Policy } from '#contracts/case';
import { sectors, sizeGroups, type SizeGroup } from '#contracts/case/codes';
import type { Instant } from '#contracts/kernel';
import { areaOf, codesOf, difficulties, region, type DifficultyGroup } from '#contracts/kernel/codes';
import { timeBands, type TimeBand } from '#contracts/monitoring/codes';
import { hourMs, minuteMs } from '../../calendar/civil-time.js';
import { workingMinutesBetween } from '../../calendar/working-time.js';
import type { KnownCase } from '../../case/state.js';

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

/** The band of the working time from one instant to another, less the working minutes that were paused in between. */
export function timeBandOf(from: Instant, until: Instant, calendar: Policy['calendar'], pausedMinutes = 0): TimeBand {
  // To the millisecond: the sum of parts of minutes is not always the whole.
  const time = Math.round((workingMinutesBetween(from, until, calendar) - pausedMinutes) * minuteMs);
  return codesOf(timeBands).find((band) => time <= (timeBands[band].upTo ?? Infinity) * hourMs) ?? 'longer';
}
