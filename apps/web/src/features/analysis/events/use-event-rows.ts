import type { AnalysisEvent, EventPage } from '#contracts/analysis';
import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { eventQueries, pageSize } from './event-queries.js';
import type { FilterQuery } from './filter.js';

/** Rows of a long list; only the pages around what is looked at are in memory. */
export type EventRows = {
  /** Rows known so far, one more while there are others behind them. */
  readonly count: number;
  /** The event of a row; undefined until its page is there. */
  readonly rowAt: (index: number) => AnalysisEvent | undefined;
  /** Says which rows are looked at. */
  readonly look: (first: number, last: number) => void;
  /** Events of the first page, from which paths can be picked. */
  readonly sample: readonly AnalysisEvent[];
  readonly state: 'loading' | 'failed' | 'empty' | 'there';
  readonly error: Error | null;
  readonly again: () => void;
};

type Known = {
  /** Cursor before each page; the first has none. */
  readonly cursors: readonly (string | undefined)[];
  /** Rows of the last page, once it is known to be the last. */
  readonly tail: number | undefined;
};

const unknown: Known = { cursors: [undefined], tail: undefined };

/** What is known once the last page has been read: there is another one behind it, or how long it is. */
function withEnd(known: Known, end: EventPage | undefined): Known {
  if (end === undefined) {
    return known;
  }
  if (end.next === null) {
    return known.tail === end.events.length ? known : { ...known, tail: end.events.length };
  }
  return known.cursors.includes(end.next) ? known : { cursors: [...known.cursors, end.next], tail: undefined };
}

/**
 * Events of a filter, newest first, page after page by cursor. The cursor before each page is remembered, so that pages far away are dropped
 * and read again when one scrolls back; the first stays, because only it would change by being read again.
 */
export function useEventRows(filter: FilterQuery, reading: number): EventRows {
  const [known, setKnown] = useState(unknown);
  const [looked, setLooked] = useState({ first: 0, last: 0 });
  const lastPage = known.cursors.length - 1;
  const from = Math.max(0, Math.min(looked.first - 1, lastPage));
  const until = Math.min(looked.last + 1, lastPage);
  const numbers = [...new Set([0, ...Array.from({ length: until - from + 1 }, (_, place) => from + place)])];
  const answers = useQueries({
    queries: numbers.map((number) => eventQueries.page(filter, reading, known.cursors[number])),
  });
  const pages = new Map(numbers.map((number, place) => [number, answers[place]?.data]));

  const grown = withEnd(known, pages.get(lastPage));
  if (grown !== known) {
    setKnown(grown);
  }

  const look = useCallback((first: number, last: number) => {
    const [firstPage, lastLooked] = [Math.floor(first / pageSize), Math.floor(last / pageSize)];
    setLooked((before) =>
      before.first === firstPage && before.last === lastLooked ? before : { first: firstPage, last: lastLooked },
    );
  }, []);

  const first = answers[0];
  const sample = useMemo(() => first?.data?.events ?? [], [first?.data]);
  const failed = answers.find((answer) => answer.error !== null && answer.data === undefined);
  const count = known.tail === undefined ? lastPage * pageSize + 1 : lastPage * pageSize + known.tail;
  const state =
    first?.data === undefined ? (failed === undefined ? 'loading' : 'failed') : sample.length === 0 ? 'empty' : 'there';
  return {
    count,
    rowAt: (index) => pages.get(Math.floor(index / pageSize))?.events[index % pageSize],
    look,
    sample,
    state,
    error: failed?.error ?? null,
    again: () => answers.forEach((answer) => answer.error !== null && void answer.refetch()),
  };
}
