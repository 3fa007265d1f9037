import { z } from 'zod';
import { region } from './codes/index.js';

const workingMinutes = z.number().positive();

/** The clocks a case lives by, stored in the case when it opens. Durations are working minutes and may be fractional. */
export const Policy = z
  .object({
    name: z.string(),
    calendar: z.object({
      opens: z.number().min(0).max(1440),
      closes: z.number().min(0).max(1440),
      weekdays: z.array(z.number().int().min(1).max(7)).min(1),
      fixedHolidays: z.array(z.string().regex(/^\d\d-\d\d$/)),
      easterHolidays: z.array(z.number().int()),
      winterOffsetHours: z.number(),
      summerTime: z.boolean(),
    }),
    answer: z.object({ normal: workingMinutes, urgent: workingMinutes }),
    firstContact: workingMinutes,
    checkIn: workingMinutes,
    recallAnswer: workingMinutes,
    /** Months after closing at which the business is asked how it stands. */
    followUpMonths: z.array(z.number().int().positive()),
    /** Calendar days after which an unanswered follow-up is given up. */
    followUpWindowDays: z.number().positive(),
    /** Months after closing at which the notes' key is destroyed and the case ends. */
    retentionMonths: z.number().positive(),
  })
  .meta({ title: 'Policy' });
export type Policy = z.infer<typeof Policy>;

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
  firstContact: 3 * workingDay,
  checkIn: 20 * workingDay,
  recallAnswer: 2 * workingDay,
  followUpMonths: [6, 12],
  followUpWindowDays: 30,
  retentionMonths: 24,
};
