/** The longest note, in characters. */
export const longestNote = 4000;

/** The most services that one request, or one offer, asks. */
export const mostServices = 8;

/** The most that a file of closed cases may have. Referrals of one case, twenty at most, take under half of the longest cell. */
export const importLimits = { megabytes: 20, rows: 20_000, cell: 4_000 } as const;
