import type { CaseList, CaseView, Inbox, InboxBucket } from '#contracts/case';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';
import { seen } from './seen.js';

/** Filters of the inbox as the URL carries them. */
export type InboxFilters = {
  readonly bucket?: InboxBucket | undefined;
  readonly language?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly serviceId?: string | undefined;
};

/** Filters of the case list as the URL carries them. */
export type CaseFilters = {
  readonly status?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly code?: string | undefined;
};

/** What the pages of cases read. */
export const caseQueries = {
  inbox: (filters: InboxFilters) =>
    infiniteQueryOptions({
      queryKey: ['inbox', filters],
      queryFn: ({ pageParam, signal }) => api.get<Inbox>('/inbox', { ...filters, cursor: pageParam }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),

  /** Sizes of all drawers, for the navigation. */
  inboxCounts: () =>
    queryOptions({
      queryKey: ['inbox', 'counts'],
      queryFn: async ({ signal }) => (await api.get<Inbox>('/inbox', { limit: 1 }, signal)).counts,
    }),

  /**
   * A refetch that lags behind a command's answer never overwrites it. Fresh for a while, because live news tell when it is not:
   * a case that was opened a moment ago may not be found yet by the read side.
   */
  case: (caseId: string) =>
    queryOptions({
      queryKey: ['case', caseId],
      staleTime: 60_000,
      queryFn: async ({ signal, client, queryKey }) => {
        const fresh = await api.get<CaseView>(`/cases/${caseId}`, { atLeast: seen.of(caseId) }, signal);
        const known = client.getQueryData<CaseView>(queryKey);
        seen.note(fresh);
        return known !== undefined && known.sequence > fresh.sequence ? known : fresh;
      },
    }),

  cases: (filters: CaseFilters) =>
    infiniteQueryOptions({
      queryKey: ['cases', filters],
      queryFn: ({ pageParam, signal }) => api.get<CaseList>('/cases', { ...filters, cursor: pageParam }, signal),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.nextCursor,
    }),

  /** Cases whose code begins so, for the search field. */
  casesByCode: (code: string) =>
    queryOptions({
      queryKey: ['cases', 'search', code],
      queryFn: ({ signal }) => api.get<CaseList>('/cases', { code, limit: 6 }, signal),
    }),
};
