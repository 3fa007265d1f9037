import { startOfDay } from '../../shared/time.js';

/** The end of a civil date, in the region. */
export function endOfDay(day: string): string {
  const next = new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000);
  return startOfDay(next.toISOString().slice(0, 10));
}
