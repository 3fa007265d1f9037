import type { Organisation, Service } from '#contracts/directory';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../client/api.js';

/** The directory, by which every room names services and organisations. */
export const directoryQueries = {
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
};
