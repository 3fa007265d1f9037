import type {
  Backlog,
  CaseList,
  CaseView,
  CubeAnswer,
  ExactAnswer,
  Inbox,
  InboxBucket,
  Organisation,
  OperationsView,
  Pack,
  Persona,
  Series,
  SeriesView,
  Service,
  Session,
  SharedFigure,
  SharedFigureAnswer,
  Tier,
} from '#contracts';
import type { CubeQuestion, OwnQuestion } from '#figures';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';

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

/** Where figures come from: a tier for those who are signed in, or what is open to all. */
export type FigureSource = Tier | 'public';

const figurePaths: Readonly<Record<FigureSource, string>> = {
  exact: '/monitoring/exact/cubes',
  published: '/monitoring/published/cubes',
  public: '/public/monitoring/cubes',
};

/** Everything the screens read, with its cache key; `live.ts` invalidates by the first word. */
export const queries = {
  session: () =>
    queryOptions({ queryKey: ['session'], queryFn: () => api.get<Session>('/session'), staleTime: Infinity }),

  personas: () =>
    queryOptions({
      queryKey: ['personas'],
      queryFn: ({ signal }) => api.get<Persona[]>('/session/personas', {}, signal),
      staleTime: 60_000,
    }),

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
        const fresh = await api.get<CaseView>(`/cases/${caseId}`, {}, signal);
        const known = client.getQueryData<CaseView>(queryKey);
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

  /** All services; screens filter them themselves, the directory is small. */
  services: () =>
    queryOptions({
      queryKey: ['services'],
      queryFn: ({ signal }) => api.get<Service[]>('/directory/services', {}, signal),
      staleTime: 5 * 60_000,
    }),

  organisations: () =>
    queryOptions({
      queryKey: ['organisations'],
      queryFn: ({ signal }) => api.get<Organisation[]>('/directory/organisations', {}, signal),
      staleTime: 5 * 60_000,
    }),

  /** Sums of one cube; by the source in the key `live.ts` knows what moves when. */
  figures: (source: FigureSource, { cube, ...question }: CubeQuestion) =>
    queryOptions({
      queryKey: ['figures', source, cube, question],
      queryFn: ({ signal }) => api.get<CubeAnswer>(`${figurePaths[source]}/${cube}`, question, signal),
    }),

  /** Exact sums of the services whose figures the person may read. */
  ownFigures: ({ cube, ...question }: OwnQuestion) =>
    queryOptions({
      queryKey: ['own-figures', cube, question],
      queryFn: ({ signal }) => api.get<ExactAnswer>(`/monitoring/exact/cubes/${cube}`, question, signal),
    }),

  /** What lies with these services now. A deadline passes without an event: nobody tells, so it is asked again. */
  backlog: () =>
    queryOptions({
      queryKey: ['own-figures', 'backlog'],
      queryFn: ({ signal }) => api.get<Backlog>('/monitoring/exact/backlog', {}, signal),
      refetchInterval: 60_000,
    }),

  packs: () => queryOptions({ queryKey: ['packs'], queryFn: ({ signal }) => api.get<Pack[]>('/packs', {}, signal) }),

  sharedFigures: () =>
    queryOptions({
      queryKey: ['shared-figures'],
      queryFn: ({ signal }) => api.get<SharedFigure[]>('/shared-figures', {}, signal),
    }),

  sharedFigure: (figureId: string) =>
    queryOptions({
      queryKey: ['shared-figures', figureId],
      queryFn: ({ signal }) => api.get<SharedFigureAnswer>(`/public/figures/${figureId}`, {}, signal),
    }),

  /** Public series of others. */
  series: () =>
    queryOptions({
      queryKey: ['outside'],
      queryFn: ({ signal }) => api.get<Series[]>('/outside/series', {}, signal),
    }),

  oneSeries: (seriesId: string, municipality: string | undefined) =>
    queryOptions({
      queryKey: ['outside', 'series', seriesId, municipality],
      queryFn: ({ signal }) => api.get<SeriesView>(`/outside/series/${seriesId}`, { municipality }, signal),
    }),

  /** Published counts of cases opened by month, null while nothing was ever published. */
  ownInflow: (municipality: string | undefined) =>
    queryOptions({
      queryKey: ['published', 'inflow', municipality],
      queryFn: async ({ signal }): Promise<CubeAnswer | null> => {
        const [cube, where] = municipality === undefined ? ['opened'] : ['places', `municipality:${municipality}`];
        try {
          return await api.get<CubeAnswer>(`/monitoring/published/cubes/${cube}`, { grain: 'month', where }, signal);
        } catch (error) {
          if (error instanceof ApiProblem && error.status === 404) {
            return null;
          }
          throw error;
        }
      },
    }),

  operations: () =>
    queryOptions({
      queryKey: ['operations'],
      queryFn: ({ signal }) => api.get<OperationsView>('/operations', {}, signal),
    }),
};
