import type { InboxLine } from '#contracts/case';
import { useState } from 'react';

/** A line as it is shown; `gone` when it is no longer in this drawer. */
export type ShownLine = { readonly line: InboxLine; readonly gone: boolean };

/** A list that does not move while one reads. */
export type CalmLines = {
  readonly lines: readonly ShownLine[];
  /** How many lines came since. */
  readonly fresh: number;
  /** Shows the newest state: new lines come in, lines that are gone leave. */
  readonly refresh: () => void;
  /** The person handled this line: it may leave at once. */
  readonly release: (key: string) => void;
};

type Kept = { readonly scope: string; readonly lines: readonly InboxLine[]; readonly released: ReadonlySet<string> };

const nothing: ReadonlySet<string> = new Set();

function lineId(line: InboxLine): string {
  return `${line.caseId}/${line.key}`;
}

/** Lines already shown keep their place, change in place, and stay, dimmed, when others handled them; pages that follow are appended. */
function merge(kept: Kept, current: readonly InboxLine[]): { lines: ShownLine[]; fresh: InboxLine[] } {
  const byId = new Map(current.map((line) => [lineId(line), line]));
  const shown = kept.lines
    .filter((line) => byId.has(lineId(line)) || !kept.released.has(lineId(line)))
    .map((line) => ({ line: byId.get(lineId(line)) ?? line, gone: !byId.has(lineId(line)) }));
  const known = new Set(kept.lines.map(lineId));
  return { lines: shown, fresh: current.filter((line) => !known.has(lineId(line))) };
}

/**
 * Keeps the order of a list while `scope` (drawer and filters) stays the same. `pages` is the number of pages fetched: what a further
 * page brings is appended, not announced.
 */
export function useCalmLines(scope: string, pages: number, current: readonly InboxLine[] | undefined): CalmLines {
  const full = `${scope}#${pages}`;
  const [kept, setKept] = useState<Kept | null>(null);
  if (current === undefined) {
    return { lines: [], fresh: 0, refresh: () => undefined, release: () => undefined };
  }
  const isNew = kept === null || kept.scope !== full || (kept.lines.length === 0 && current.length > 0);
  const basis = isNew ? { scope: full, lines: current, released: nothing } : kept;
  if (isNew) {
    setKept(basis);
  }
  const { lines, fresh } = merge(basis, current);
  return {
    lines,
    fresh: fresh.length,
    refresh: () => setKept({ scope: full, lines: current, released: nothing }),
    release: (key) =>
      setKept((before) => (before === null ? null : { ...before, released: new Set([...before.released, key]) })),
  };
}

/** The name of a line in the URL and for `release`. */
export { lineId };
