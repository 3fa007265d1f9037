import type { Policy } from '#contracts/case';
import { region } from '#contracts/kernel/codes';
import { workingMinutesBetween } from '#domain/calendar';

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
