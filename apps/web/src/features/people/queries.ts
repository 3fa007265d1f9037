import type {
  AbsenceOutlook,
  Invitation,
  InvitationLook,
  Leaving,
  AccountLine,
  ErasureOutlook,
  Letter,
  MailView,
  Member,
  OwnMail,
  PasskeyLine,
  Persona,
  PersonLine,
  ProvidersView,
  SessionLine,
  SignInOptions,
  TrailCheck,
  TrailEntry,
} from '#contracts/people';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../client/api.js';

const trailPage = 50;

/** Whose entries of the trail, or those of which case. */
type TrailFilters = { readonly personId?: string | undefined; readonly caseId?: string | undefined };

function trailOf(path: '/audit' | '/audit/own', filters: TrailFilters) {
  return infiniteQueryOptions({
    queryKey: ['trail', path, filters] as readonly unknown[],
    queryFn: ({ pageParam, signal }) =>
      api.get<TrailEntry[]>(path, { ...filters, before: pageParam, limit: trailPage }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => (last.length < trailPage ? undefined : last.at(-1)?.entry),
  });
}

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
  ownMail: () =>
    queryOptions({
      queryKey: ['own-mail'],
      queryFn: ({ signal }) => api.get<OwnMail>('/own-data/mail', {}, signal),
    }),
  people: () =>
    queryOptions({
      queryKey: ['people'],
      queryFn: ({ signal }) => api.get<PersonLine[]>('/people', {}, signal),
    }),
  /** Who may stand in for somebody, and which roles nobody else has. */
  absenceOutlook: (membershipId: string) =>
    queryOptions({
      queryKey: ['absences', 'substitutes', membershipId],
      queryFn: ({ signal }) => api.get<AbsenceOutlook>(`/absences/substitutes/${membershipId}`, {}, signal),
      staleTime: 0,
    }),
  passkeys: () =>
    queryOptions({
      queryKey: ['passkeys'],
      queryFn: ({ signal }) => api.get<PasskeyLine[]>('/passkeys', {}, signal),
    }),
  trail: (filters: TrailFilters) => trailOf('/audit', filters),
  ownTrail: () => trailOf('/audit/own', {}),
  trailCheck: () =>
    queryOptions({
      queryKey: ['trail', 'check'],
      queryFn: ({ signal }) => api.get<TrailCheck>('/audit/check', {}, signal),
    }),
  mail: () =>
    queryOptions({
      queryKey: ['mail'],
      queryFn: ({ signal }) => api.get<MailView>('/mail', {}, signal),
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
  /** What would be nobody's without the member from an instant on, now without one; while another is asked for, what was known stays. */
  leaving: (membershipId: string, until?: string) =>
    queryOptions({
      queryKey: ['members', 'leaving', membershipId, ...(until === undefined ? [] : [until])],
      queryFn: ({ signal }) => api.get<Leaving>(`/members/${membershipId}/leaving`, { until }, signal),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  /** What stands in the way of erasing somebody; without a name the person themself. */
  erasure: (personId?: string) =>
    queryOptions({
      queryKey: ['erasure', personId ?? null],
      queryFn: ({ signal }) =>
        api.get<ErasureOutlook>(
          personId === undefined ? '/own-data/erasure' : `/people/${personId}/erasure`,
          {},
          signal,
        ),
      staleTime: 0,
    }),
  /** What the link of an invitation leads to. */
  invitationLook: (secret: string) =>
    queryOptions({
      queryKey: ['invitation', secret],
      queryFn: ({ signal }) => api.post<InvitationLook>('/invitations/look', { secret }, { signal }),
      retry: false,
      // Who comes back has meanwhile shown who they are.
      gcTime: 0,
    }),
};
