import type { Language } from '#contracts/kernel/codes';
import type { CubeAnswer } from '#contracts/monitoring';
import type { Series, SeriesView } from '#contracts/outside';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';

/** Public series of others, and the platform’s own published inflow beside them. */
export const outsideQueries = {
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
};

/** Where a series in one place is found as a file. */
export function fileAddress(
  seriesId: string,
  format: 'csv' | 'xlsx',
  { municipality, language }: { readonly municipality: string | undefined; readonly language: Language },
): string {
  const query = new URLSearchParams({ language, ...(municipality !== undefined && { municipality }) });
  return `/api/v1/outside/series/${encodeURIComponent(seriesId)}.${format}?${query.toString()}`;
}
