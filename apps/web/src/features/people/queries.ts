import type { AccountLine, Persona, ProvidersView, SessionLine, SignInOptions } from '#contracts/people';
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
  accounts: () =>
    queryOptions({
      queryKey: ['accounts'],
      queryFn: ({ signal }) => api.get<AccountLine[]>('/accounts', {}, signal),
    }),
  providers: () =>
    queryOptions({
      queryKey: ['providers'],
      queryFn: ({ signal }) => api.get<ProvidersView>('/providers', {}, signal),
    }),
  sessions: () =>
    queryOptions({
      queryKey: ['sessions'],
      queryFn: ({ signal }) => api.get<SessionLine[]>('/sessions', {}, signal),
    }),
};
