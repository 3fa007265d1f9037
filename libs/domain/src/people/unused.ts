/** After how many months without a session a membership is asked about, and how many days later it ends when nobody answers. */
export const unusedTimes = { months: 6, days: 30 } as const;
