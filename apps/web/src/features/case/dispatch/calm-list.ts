import { useState } from 'react';

/** A row that stays where it is; `gone` when it is no longer in the list that came last. */
export type CalmRow<Item> = { readonly item: Item; readonly gone: boolean };

/** Rows as they were, with their latest content, and what came new since. */
export function calm<Item>(
  shown: readonly Item[],
  latest: readonly Item[],
  keyOf: (item: Item) => string,
): { readonly rows: readonly CalmRow<Item>[]; readonly news: number } {
  const byKey = new Map(latest.map((item) => [keyOf(item), item]));
  const known = new Set(shown.map(keyOf));
  return {
    rows: shown.map((item) => {
      const now = byKey.get(keyOf(item));
      return { item: now ?? item, gone: now === undefined };
    }),
    news: latest.filter((item) => !known.has(keyOf(item))).length,
  };
}

/** True when nothing that is shown is in the list any more, so that nothing that is read would move. */
export function isSpent<Item>(shown: readonly Item[], latest: readonly Item[], keyOf: (item: Item) => string): boolean {
  const keys = new Set(latest.map(keyOf));
  return shown.length + latest.length > 0 && !shown.some((item) => keys.has(keyOf(item)));
}

type Shown<Item> = { readonly scope: string; readonly items: readonly Item[] };

/** A list that does not move under the reader's eyes: changes appear in place, new rows wait for `refresh`. */
export function useCalmList<Item>(latest: readonly Item[] | undefined, scope: string, keyOf: (item: Item) => string) {
  const [shown, setShown] = useState<Shown<Item> | null>(null);
  const isOther = shown === null || shown.scope !== scope;
  if (latest !== undefined && (isOther || isSpent(shown.items, latest, keyOf))) {
    setShown({ scope, items: latest });
  }
  const items = shown === null || isOther ? (latest ?? []) : shown.items;
  return {
    ...calm(items, latest ?? items, keyOf),
    refresh: () => setShown({ scope, items: latest ?? [] }),
  };
}
