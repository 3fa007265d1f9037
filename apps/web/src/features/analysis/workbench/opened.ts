import type { ChartChoice, Parameters, QueryParameter, ReadyQuery, Saved } from '#contracts/analysis';
import { useQuery } from '@tanstack/react-query';
import { workbenchQueries } from '../queries.js';
import type { Labels } from '../../../shared/labels.js';

/** A query as it is opened: one of the shelf, a saved one, or none. */
export type Opened = {
  readonly queryId: string | undefined;
  /** The question in words, or the name it was saved under. */
  readonly title: string | null;
  readonly explanation: string | null;
  readonly sql: string;
  readonly described: readonly QueryParameter[];
  readonly values: Parameters;
  readonly chart: ChartChoice | null;
  readonly saved: Saved | null;
};

/** The empty page. */
export const blank: Opened = {
  queryId: undefined,
  title: null,
  explanation: null,
  sql: '',
  described: [],
  values: {},
  chart: null,
  saved: null,
};

function ofReady(ready: ReadyQuery, labels: Labels): Opened {
  const { queryId, sql, parameters, chart } = ready;
  return {
    ...blank,
    queryId,
    title: labels.text(ready.question),
    explanation: labels.text(ready.explanation),
    sql,
    described: parameters,
    chart,
  };
}

function ofSaved(saved: Saved): Opened {
  const { content } = saved;
  return content.kind === 'query'
    ? {
        ...blank,
        queryId: saved.savedId,
        title: saved.name,
        sql: content.sql,
        values: content.parameters,
        chart: content.chart,
        saved,
      }
    : blank;
}

const savedId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The query that an address names. `missing` means that there is none of that name. */
export function useOpened(queryId: string | undefined, labels: Labels) {
  const isSaved = queryId !== undefined && savedId.test(queryId);
  const shelf = useQuery(workbenchQueries.shelf());
  const saved = useQuery({ ...workbenchQueries.saved(queryId ?? ''), enabled: isSaved });
  if (queryId === undefined) {
    return { opened: blank, error: null, retry: shelf.refetch };
  }
  if (isSaved) {
    const opened = saved.data === undefined ? undefined : ofSaved(saved.data);
    return { opened, error: saved.error, retry: saved.refetch };
  }
  const ready = shelf.data?.find((one) => one.queryId === queryId);
  if (shelf.data !== undefined && ready === undefined) {
    return { opened: blank, error: null, retry: shelf.refetch, missing: true };
  }
  return { opened: ready && ofReady(ready, labels), error: shelf.error, retry: shelf.refetch };
}
