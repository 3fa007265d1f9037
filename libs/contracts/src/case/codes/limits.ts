/** The longest hold, in days. */
export const longestHoldDays = 180;

/** The longest note, in characters. */
export const longestNote = 4000;
