/** The longest hold, in days. Not in the contracts: lists of codes that come with it would make the workflows' bundle larger. */
export const longestHoldDays = 180;

/** For how many minutes an answer can be undone: long enough to notice a slip, short enough that nobody has built on it. */
export const undoMinutes = 10;
