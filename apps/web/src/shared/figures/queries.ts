import type { CubeAnswer, Tier } from '#contracts/monitoring';
import type { BusinessCounts } from '#contracts/outside';
import type { CubeQuestion } from '#figures';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

/** Where figures come from: a tier for those who are signed in, or what is open to all. */
export type FigureSource = Tier | 'public';

const figurePaths: Readonly<Record<FigureSource, string>> = {
  exact: '/monitoring/exact/cubes',
  published: '/monitoring/published/cubes',
  public: '/public/monitoring/cubes',
};

/** Figures of all services, exact or published. */
export const figureQueries = {
  /** Sums of one cube; by the source in the key `live.ts` knows what moves when. */
  figures: (source: FigureSource, { cube, ...question }: CubeQuestion) =>
    queryOptions({
      queryKey: ['figures', source, cube, question],
      queryFn: ({ signal }) => api.get<CubeAnswer>(`${figurePaths[source]}/${cube}`, question, signal),
    }),

  /** How many businesses each municipality has, as an outside series says. */
  businesses: () =>
    queryOptions({
      queryKey: ['outside', 'businesses'],
      queryFn: ({ signal }) => api.get<BusinessCounts>('/outside/businesses', {}, signal),
    }),
};
