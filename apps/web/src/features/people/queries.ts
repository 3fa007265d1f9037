import type {
  Invitation,
  InvitationLook,
  Member,
  Persona,
  SessionLine,
  SignInOptions,
  UnsharedWork,
} from '#contracts/people';
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
  sessions: () =>
    queryOptions({
      queryKey: ['sessions'],
      queryFn: ({ signal }) => api.get<SessionLine[]>('/sessions', {}, signal),
    }),
  members: () =>
    queryOptions({
      queryKey: ['members'],
      queryFn: ({ signal }) => api.get<Member[]>('/members', {}, signal),
    }),
  invitations: () =>
    queryOptions({
      queryKey: ['invitations'],
      queryFn: ({ signal }) => api.get<Invitation[]>('/invitations', {}, signal),
    }),
  /** Work that would be nobody's without the member. */
  unsharedWork: (membershipId: string) =>
    queryOptions({
      queryKey: ['members', 'work', membershipId],
      queryFn: ({ signal }) => api.get<UnsharedWork[]>(`/members/${membershipId}/work`, {}, signal),
      staleTime: 0,
    }),
  /** What the link of an invitation leads to. */
  invitationLook: (secret: string) =>
    queryOptions({
      queryKey: ['invitation', secret],
      queryFn: ({ signal }) => api.post<InvitationLook>('/invitations/look', { secret }, { signal }),
      retry: false,
    }),
};
