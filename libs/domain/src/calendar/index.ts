export type { CivilClock } from './civil-time.js';
export { closingAt, nextClosing, weekRunning } from './epochs.js';
export * from './weeks.js';
export * from './working-time.js';
export { holidaysOf, isHoliday } from './holidays.js';
