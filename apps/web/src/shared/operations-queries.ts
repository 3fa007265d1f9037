import type { OperationsView } from '#contracts/operations';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../client/api.js';

/** What the person on duty reads. */
export const operationsQueries = {
  operations: () =>
    queryOptions({
      queryKey: ['operations'],
      queryFn: ({ signal }) => api.get<OperationsView>('/operations', {}, signal),
    }),
};
