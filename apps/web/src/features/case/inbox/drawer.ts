import type { Inbox, InboxLine } from '#contracts/case';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type CalmLines, type Scope, useCalmLines } from './calm-lines.js';
import { handled } from './handled.js';

type Query = Pick<UseInfiniteQueryResult<InfiniteData<Inbox>>, 'data' | 'isFetchedAfterMount' | 'isStale'>;

type Read = {
  readonly wanted: Scope;
  /** Undefined while nothing was read. */
  readonly lines: readonly InboxLine[] | undefined;
  /** Whether the server has answered since the list is looked at. */
  readonly settled: boolean;
};

/** What a query has read of a drawer, without what the person handled a moment ago and the server still tells as it was. */
export function readOf(scope: string, { data, isFetchedAfterMount, isStale }: Query): Read {
  const pages = data?.pages;
  return {
    wanted: { scope, pages: pages?.length ?? 0 },
    lines: pages?.flatMap((page) => page.lines).filter((line) => !handled.isOld(line)),
    settled: isFetchedAfterMount || !isStale,
  };
}

/** The lines of a drawer, of a person or of the coordinators, calm; `scope` is what decides which lines belong there. */
export function useDrawer(scope: string, query: Query): CalmLines {
  const { wanted, lines, settled } = readOf(scope, query);
  return useCalmLines(wanted, lines, settled);
}
