import { region } from '#contracts/codes';
import type { Policy } from '#contracts';
import { workingMinutesBetween } from '#domain';

const { weekdays, fixedHolidays, easterHolidays, ...rest } = region.calendar;

const calendar: Policy['calendar'] = {
  ...rest,
  weekdays: [...weekdays],
  fixedHolidays: [...fixedHolidays],
  easterHolidays: [...easterHolidays],
};

/** Working minutes from one instant until a later one on the region's calendar. */
export function workingMinutesUntil(from: Date, until: Date): number {
  return workingMinutesBetween(from.toISOString(), until.toISOString(), calendar);
}
