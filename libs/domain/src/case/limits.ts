/** The longest hold, in days. Not in the contracts: lists of codes that come with it would make the workflows' bundle larger. */
export const longestHoldDays = 180;
