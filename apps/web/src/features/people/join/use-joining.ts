import type { InvitationAcceptance, OwnSession } from '#contracts/people';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../client/api.js';
import { leaving } from '../../../client/leaving.js';
import { keptLink } from './kept-link.js';
import { useEntered } from '../sign-in/use-entered.js';

/** Joins by an invitation, and begins the session that comes of it; `done` is told in between. */
export function useJoining(done: () => void) {
  const onEntered = useEntered(undefined);
  return useMutation({
    mutationFn: async (acceptance: InvitationAcceptance) => {
      // What ends the session of before must not come after this one has begun.
      await leaving.told();
      return api.post<OwnSession>('/invitations/accept', acceptance);
    },
    retry: false,
    onSuccess: async (session) => {
      keptLink.forget();
      done();
      await onEntered(session);
    },
  });
}
