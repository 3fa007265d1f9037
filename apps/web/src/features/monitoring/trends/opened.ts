import type { TrendSearch } from './route.js';

/** The word of the address that opens every figure. */
const every = 'all';

/** Which figures are open, as the address says it. */
export type Opened = {
  readonly has: (id: string) => boolean;
  /** The part of the address once these are open, or closed. */
  readonly with: (ids: readonly string[], isOpen: boolean) => Pick<TrendSearch, 'open' | 'table'>;
};

/** Reads which of the figures are open; one that is shown as a table is. */
export function openedOf({ open, table }: TrendSearch, all: readonly string[]): Opened {
  const named = [...(open?.split(',') ?? []), ...(table?.split(',') ?? [])];
  const has = (id: string) => named.includes(every) || named.includes(id);
  return {
    has,
    with: (ids, isOpen) => {
      const left = all.filter((id) => (ids.includes(id) ? isOpen : has(id)));
      const tables = (table?.split(',') ?? []).filter((id) => left.includes(id));
      return {
        open: left.length === 0 ? undefined : left.length === all.length ? every : left.join(','),
        table: tables.join(',') || undefined,
      };
    },
  };
}
