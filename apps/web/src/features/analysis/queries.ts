import type { AuditEntry, AuditKind, ReadyQuery, Saved, TableView } from '#contracts/analysis';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

const auditPage = 50;

/** Filters of the audit. */
export type AuditFilters = { readonly personId?: string | undefined; readonly kind?: AuditKind | undefined };

/** What the analysts' room reads besides events; `saved` and `history` are invalidated by whoever changes them. */
export const workbenchQueries = {
  shelf: () =>
    queryOptions({
      queryKey: ['analysis', 'shelf'],
      queryFn: ({ signal }) => api.get<ReadyQuery[]>('/analysis/shelf', {}, signal),
      staleTime: Infinity,
    }),

  tables: () =>
    queryOptions({
      queryKey: ['analysis', 'tables'],
      queryFn: ({ signal }) => api.get<TableView[]>('/analysis/tables', {}, signal),
      staleTime: 5 * 60_000,
    }),

  /** Own and shared queries. */
  savedQueries: () =>
    queryOptions({
      queryKey: ['analysis', 'saved', 'query'],
      queryFn: ({ signal }) => api.get<Saved[]>('/analysis/saved', { kind: 'query' }, signal),
    }),

  saved: (savedId: string) =>
    queryOptions({
      queryKey: ['analysis', 'saved', 'one', savedId],
      queryFn: ({ signal }) => api.get<Saved>(`/analysis/saved/${savedId}`, {}, signal),
    }),

  /** One's own queries, newest first. */
  history: () =>
    queryOptions({
      queryKey: ['analysis', 'history'],
      queryFn: ({ signal }) => api.get<AuditEntry[]>('/analysis/history', { limit: 50 }, signal),
    }),

  /** What all analysts did, newest first. */
  audit: (filters: AuditFilters) =>
    infiniteQueryOptions({
      queryKey: ['analysis', 'audit', filters],
      queryFn: ({ pageParam, signal }) =>
        api.get<AuditEntry[]>('/analysis/audit', { ...filters, before: pageParam, limit: auditPage }, signal),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: (last) => (last.length < auditPage ? undefined : last.at(-1)?.auditId),
    }),
};
