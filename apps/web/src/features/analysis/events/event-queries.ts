import type {
  AnalysisSettings,
  EventCount,
  EventDetail,
  EventPage,
  Freshness,
  Saved,
  SavedRequest,
} from '#contracts/analysis';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../client/api.js';
import { ApiProblem } from '../../../client/problem.js';
import type { FilterQuery } from './filter.js';

/** Events in one answer. */
export const pageSize = 200;

const freshMilliseconds = 5_000;

/** How long rows and their count are remembered that nobody looks at: they go together, or the one would not be of the other. */
const rememberedMilliseconds = 30_000;

/** How many events a filter takes, and how many the archive had in all when last heard before that was counted. */
export type Counted = EventCount & { readonly before: number | undefined };

const freshnessKey = ['analysis', 'freshness'] as const;

/** A saved view of the explorer. */
export type SavedView = Omit<Saved, 'content'> & { readonly content: Extract<Saved['content'], { kind: 'view' }> };

/** A search that was stopped because it took too long would take as long again; other failures may pass. */
function retry(count: number, error: Error): boolean {
  return error instanceof ApiProblem && error.passing && error.code !== 'events-too-slow' && count < 3;
}

/** What the explorer reads, with its cache key. */
export const eventQueries = {
  /**
   * One page of events. What was read once stays as it was while it is shown, so that rows never move below a reader:
   * a new `reading` reads anew.
   */
  page: (filter: FilterQuery, reading: number, after: string | undefined) =>
    queryOptions({
      queryKey: ['analysis', 'events', filter, reading, after ?? null],
      staleTime: Infinity,
      gcTime: rememberedMilliseconds,
      retry,
      queryFn: async ({ signal, client, queryKey }) =>
        client.getQueryData<EventPage>(queryKey) ??
        (await api.get<EventPage>('/analysis/events', { ...filter, after, limit: pageSize }, signal)),
    }),

  count: (filter: FilterQuery, reading: number) =>
    queryOptions({
      queryKey: ['analysis', 'count', filter, reading],
      staleTime: Infinity,
      gcTime: rememberedMilliseconds,
      retry,
      queryFn: async ({ signal, client }): Promise<Counted> => {
        const before = client.getQueryData<Freshness>(freshnessKey)?.events;
        return { ...(await api.get<EventCount>('/analysis/events/count', filter, signal)), before };
      },
    }),

  /** The same count once the archive has so many events. */
  arrived: (filter: FilterQuery, events: number) => eventQueries.count(filter, -events),

  /** `place` is `stream/subject/sequence`. */
  detail: (place: string) =>
    queryOptions({
      queryKey: ['analysis', 'event', place],
      staleTime: 60_000,
      queryFn: ({ signal }) => {
        const path = place.split('/').map(encodeURIComponent).join('/');
        return api.get<EventDetail>(`/analysis/events/${path}`, {}, signal);
      },
    }),

  freshness: () =>
    queryOptions({
      queryKey: freshnessKey,
      refetchInterval: freshMilliseconds,
      queryFn: ({ signal }) => api.get<Freshness>('/analysis/freshness', {}, signal),
    }),

  views: () =>
    queryOptions({
      queryKey: ['analysis', 'saved', 'view'],
      queryFn: ({ signal }) => api.get<SavedView[]>('/analysis/saved', { kind: 'view' }, signal),
    }),

  view: (savedId: string) =>
    queryOptions({
      queryKey: ['analysis', 'saved', 'one', savedId],
      queryFn: ({ signal }) => api.get<SavedView>(`/analysis/saved/${encodeURIComponent(savedId)}`, {}, signal),
    }),

  settings: () =>
    queryOptions({
      queryKey: ['analysis', 'settings'],
      queryFn: ({ signal }) => api.get<AnalysisSettings>('/analysis/settings', {}, signal),
    }),
};

/** Keeps a view, a new one when no id is given. */
export function keepView(savedId: string | undefined, request: SavedRequest): Promise<SavedView> {
  return savedId === undefined
    ? api.post<SavedView>('/analysis/saved', request)
    : api.put<SavedView>(`/analysis/saved/${encodeURIComponent(savedId)}`, request);
}

/** Takes a saved view away. */
export function removeView(savedId: string): Promise<void> {
  return api.delete(`/analysis/saved/${encodeURIComponent(savedId)}`);
}
