/** Minutes after which nothing that an analyst began can still run: queries and exports end after five. */
const longestMinutes = 10;

/** How a deed ended, as its entry in the audit says; what its process could not write down, because it ended, was interrupted. */
export function auditOutcomeOf(written: string, ageInSeconds: number): string {
  return written === 'running' && ageInSeconds > longestMinutes * 60 ? 'interrupted' : written;
}
