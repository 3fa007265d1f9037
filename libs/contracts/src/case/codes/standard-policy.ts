import { region } from '../../kernel/codes/index.js';
import type { Policy } from '../policy.js';

const workingDay = region.calendar.closes - region.calendar.opens;

/** The policy of a new case: the clocks of the platform on the region's calendar. */
export const standardPolicy: Policy = {
  name: 'standard-1',
  calendar: {
    ...region.calendar,
    weekdays: [...region.calendar.weekdays],
    fixedHolidays: [...region.calendar.fixedHolidays],
    easterHolidays: [...region.calendar.easterHolidays],
  },
  answer: { normal: 3 * workingDay, urgent: workingDay },
  decide: { normal: 3 * workingDay, urgent: workingDay },
  dispatch: { normal: 2 * workingDay, urgent: workingDay },
  again: 5 * workingDay,
  firstContact: 3 * workingDay,
  checkIn: 20 * workingDay,
  recallAnswer: 2 * workingDay,
  followUpMonths: [6, 12],
  followUpWindowDays: 30,
  retentionMonths: 24,
};
