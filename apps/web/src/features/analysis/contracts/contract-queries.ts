import type { CatalogueView } from '#contracts/analysis';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../client/api.js';

/** What this page reads of a channel of the AsyncAPI 3 document. */
export type Channel = {
  readonly address: string;
  readonly bindings?: { readonly kafka?: { readonly topic?: string; readonly partitions?: number } };
};

/** What this page reads of the AsyncAPI 3 document. */
export type AsyncApi = {
  readonly asyncapi: string;
  readonly info: { readonly version: string };
  readonly channels: Readonly<Record<string, Channel>>;
};

/** Where the AsyncAPI document is, for machines. */
export const asyncApiAddress = '/api/v1/contracts/asyncapi.json';

/** The contracts of all events; they change with the installation alone, their samples with time. */
export const contractQueries = {
  catalogue: () =>
    queryOptions({
      queryKey: ['contracts'],
      queryFn: ({ signal }) => api.get<CatalogueView>('/contracts', {}, signal),
      staleTime: 5 * 60_000,
    }),

  asyncApi: () =>
    queryOptions({
      queryKey: ['contracts', 'asyncapi'],
      queryFn: ({ signal }) => api.get<AsyncApi>('/contracts/asyncapi.json', {}, signal),
      staleTime: Infinity,
    }),
};
