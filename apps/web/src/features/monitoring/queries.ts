import type { Backlog, ExactAnswer, Pack, SharedFigureAnswer } from '#contracts/monitoring';
import type { OwnQuestion } from '#figures';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

/** What the pages of monitoring read besides figures of all services. */
export const monitoringQueries = {
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

  sharedFigure: (figureId: string) =>
    queryOptions({
      queryKey: ['shared-figures', figureId],
      queryFn: ({ signal }) => api.get<SharedFigureAnswer>(`/public/figures/${figureId}`, {}, signal),
    }),
};
