import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** The one cache of the page; only failures that may pass are tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof ApiProblem && error.passing && count < 3,
      retryDelay: (count) => 400 * 2 ** count,
      refetchOnWindowFocus: false,
    },
    mutations: {
      // Without a connection they fail with a word instead of waiting without one; what waits is held by the outbox.
      networkMode: 'always',
      retry: (count, error) => error instanceof ApiProblem && error.passing && count < 2,
      retryDelay: (count) => 500 * 2 ** count,
    },
  },
});
