import type { Text } from '#contracts/kernel/codes';

/** A thing and how often it was counted. */
export type ToldCount = { readonly label: string; readonly count: number };

/** What is said when there is nothing. */
export const nothing: Text = {
  fr: 'Rien à compter ici pour le moment.',
  nl: 'Hier valt voorlopig niets te tellen.',
  en: 'Nothing to count here for now.',
};

/** The most frequent, at most `how` of them; what was never counted is left out. */
export function most<One extends { readonly count: number }>(counts: readonly One[], how: number): One[] {
  return counts
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, how);
}

/** The sum of counts. */
export function total(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, one) => sum + one.count, 0);
}
