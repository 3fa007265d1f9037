/** The figures shown as tables, as an address carries them, comma-separated. */
export type Tables = {
  readonly has: (id: string) => boolean;
  /** The word of the address once a figure is turned over. */
  readonly turned: (id: string) => string | undefined;
};

/** Reads which figures are shown as tables. */
export function tablesOf(word: string | undefined): Tables {
  const ids = word?.split(',') ?? [];
  return {
    has: (id) => ids.includes(id),
    turned: (id) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]).join(',') || undefined,
  };
}
