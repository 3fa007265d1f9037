import { useMutation, useQueryClient } from '@tanstack/react-query';
import { say, sayFailed } from '../../../shared/toast.js';
import { peopleQueries } from '../queries.js';

/** Reads anew who is a member, who is invited and who is kept by name. */
export function useMembersAnew(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [peopleQueries.members(), peopleQueries.invitations(), peopleQueries.people()].map(({ queryKey }) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

/** Something that is done with one button, and what is said then. */
export function useMemberDeed(deed: () => Promise<unknown>, done: string) {
  const readAnew = useMembersAnew();
  return useMutation({
    mutationFn: deed,
    retry: false,
    onSuccess: async () => {
      await readAnew();
      say(done);
    },
    onError: sayFailed,
  });
}
