import type { SharedFigure } from '#contracts/monitoring';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../client/api.js';

/** What was shared before. */
export const shareQueries = {
  sharedFigures: () =>
    queryOptions({
      queryKey: ['shared-figures'],
      queryFn: ({ signal }) => api.get<SharedFigure[]>('/shared-figures', {}, signal),
    }),
};
