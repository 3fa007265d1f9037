import type { Persona } from '#contracts/people';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

/** Who may sign in. */
export const peopleQueries = {
  personas: () =>
    queryOptions({
      queryKey: ['personas'],
      queryFn: ({ signal }) => api.get<Persona[]>('/session/personas', {}, signal),
      staleTime: 60_000,
    }),
};
