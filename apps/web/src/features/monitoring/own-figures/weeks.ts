import { region } from '#contracts/kernel/codes';
import { shiftWeek, weekOf } from '#domain/calendar';
import type { Weeks } from '#figures';

/** Spans that can be chosen, in weeks; what is shown without a choice is a quarter. */
export const spans = ['4', '52'] as const;
const quarter = 13;

/** The choice in the address, undefined when it is not one of those offered. */
export function spanOf(word: string | undefined): (typeof spans)[number] | undefined {
  return spans.find((one) => one === word);
}

/** The weeks that are shown, up to the running one. */
export function weeksOf(span: string | undefined, now: Date): Weeks {
  const to = weekOf(now.toISOString(), region.calendar);
  return { from: shiftWeek(to, 1 - Number(spanOf(span) ?? quarter)), to };
}
