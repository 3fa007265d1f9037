import type { Letter, Persona, SessionLine, SignInOptions } from '#contracts/people';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

/** How one signs in, and with what one is. */
export const peopleQueries = {
  personas: () =>
    queryOptions({
      queryKey: ['personas'],
      queryFn: ({ signal }) => api.get<Persona[]>('/session/personas', {}, signal),
      staleTime: 60_000,
    }),
  signInOptions: () =>
    queryOptions({
      queryKey: ['sign-in-options'],
      queryFn: ({ signal }) => api.get<SignInOptions>('/sign-in', {}, signal),
      staleTime: 60_000,
    }),
  letters: () =>
    queryOptions({
      queryKey: ['letters'],
      queryFn: ({ signal }) => api.get<Letter[]>('/letters', {}, signal),
      staleTime: 0,
    }),
  sessions: () =>
    queryOptions({
      queryKey: ['sessions'],
      queryFn: ({ signal }) => api.get<SessionLine[]>('/sessions', {}, signal),
    }),
};
