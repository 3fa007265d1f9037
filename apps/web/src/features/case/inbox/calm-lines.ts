import type { Inbox, InboxLine } from '#contracts/case';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { handled } from './handled.js';

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

/** Which list it is. */
export type Scope = {
  /** Drawer and filters. */
  readonly scope: string;
  /** How many pages were fetched. */
  readonly pages: number;
};

/** What was read of a list, and whether the server has answered since it is looked at. */
type Read = { readonly wanted: Scope; readonly current: readonly InboxLine[] | undefined; readonly settled: boolean };

type Query = Pick<UseInfiniteQueryResult<InfiniteData<Inbox>>, 'data' | 'isFetchedAfterMount' | 'isStale'>;

type Kept = Scope & { readonly lines: readonly InboxLine[]; readonly released: ReadonlySet<string> };

const nothing: ReadonlySet<string> = new Set();

function lineId(line: InboxLine): string {
  return `${line.caseId}/${line.key}`;
}

/** Lines already shown keep their place, change in place, and stay, dimmed, when others handled them; pages that follow are appended. */
export function merge(
  kept: Pick<Kept, 'lines' | 'released'>,
  current: readonly InboxLine[],
): { lines: ShownLine[]; fresh: InboxLine[] } {
  const byId = new Map(current.map((line) => [lineId(line), line]));
  const shown = kept.lines
    .filter((line) => byId.has(lineId(line)) || !kept.released.has(lineId(line)))
    .map((line) => ({ line: byId.get(lineId(line)) ?? line, gone: !byId.has(lineId(line)) }));
  const known = new Set(kept.lines.map(lineId));
  return { lines: shown, fresh: current.filter((line) => !known.has(lineId(line))) };
}

/** What to begin with: another scope begins anew; a further page is put under what is there, and what is gone stays dimmed. */
export function basisOf(kept: Kept | null, wanted: Scope, current: readonly InboxLine[]): Kept {
  const { scope, pages } = wanted;
  if (kept === null || kept.scope !== scope || (kept.lines.length === 0 && current.length > 0)) {
    return { ...wanted, lines: current, released: nothing };
  }
  if (kept.pages < pages) {
    return { ...kept, ...wanted, lines: [...kept.lines, ...merge(kept, current).fresh] };
  }
  return kept.pages === pages ? kept : { ...kept, ...wanted };
}

/**
 * Keeps the order of a list while drawer and filters stay the same. What a further page brings is appended, not announced. Until it is
 * `settled`, which is when the server has answered since the list is looked at, it may tell of lines that were handled long ago, and
 * none is kept.
 */
function useKept({ wanted, current, settled }: Read): CalmLines {
  const [kept, setKept] = useState<Kept | null>(null);
  if (current === undefined) {
    return { lines: [], fresh: 0, refresh: () => undefined, release: () => undefined };
  }
  const basis = basisOf(kept, wanted, current);
  if (basis !== kept && (settled || kept?.scope === wanted.scope)) {
    setKept(basis);
  }
  const { lines, fresh } = merge(basis, current);
  return {
    lines,
    fresh: fresh.length,
    refresh: () => setKept({ ...wanted, lines: current, released: nothing }),
    release: (key) =>
      setKept((before) => (before === null ? null : { ...before, released: new Set([...before.released, key]) })),
  };
}

/** What a query has read so far, without what the person handled a moment ago and the server still tells as it was. */
export function readOf(scope: string, { data, isFetchedAfterMount, isStale }: Query): Read {
  const pages = data?.pages;
  return {
    wanted: { scope, pages: pages?.length ?? 0 },
    current: pages?.flatMap((page) => page.lines).filter((line) => !handled.isOld(line)),
    settled: isFetchedAfterMount || !isStale,
  };
}

/** The lines of a drawer, of a person or of the coordinators, calm; `scope` is what decides which lines belong there. */
export function useCalmLines(scope: string, query: Query): CalmLines {
  return useKept(readOf(scope, query));
}

/** The name of a line in the URL and for `release`. */
export { lineId };
