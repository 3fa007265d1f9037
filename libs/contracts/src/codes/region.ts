import type { Text } from './code-list.js';
import { brussels } from './region.brussels.js';

/** A working calendar: which minutes count, in the civil time of central Europe. */
export type WorkingCalendar = {
  /** Minutes from midnight at which a working day begins and ends. */
  readonly opens: number;
  readonly closes: number;
  /** ISO weekdays that are worked, 1 = Monday. */
  readonly weekdays: readonly number[];
  /** Fixed holidays as MM-DD. */
  readonly fixedHolidays: readonly string[];
  /** Holidays as days after Easter Sunday. */
  readonly easterHolidays: readonly number[];
  /** Hours ahead of UTC in winter; summer time follows the rule of the European Union when `summerTime` is true. */
  readonly winterOffsetHours: number;
  readonly summerTime: boolean;
};

/** All that differs from one region to another. */
export type Region = {
  readonly code: string;
  readonly label: Text;
  /** Municipalities by NIS code; `tile` is column and row on the tile map. */
  readonly municipalities: Readonly<Record<string, { readonly label: Text; readonly tile: readonly [number, number] }>>;
  readonly calendar: WorkingCalendar;
  readonly timeZone: string;
};

/** The region this installation serves. */
export const region: Region = brussels;
