import type { OwnSession } from '#contracts/people';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { openKept, sessionQuery } from '../../../client/session.js';
import { makePasskey, showPasskey } from './passkeys.js';

const deeds = { make: makePasskey, show: showPasskey } as const;

/** Making or showing a passkey: the session goes on under another secret, which what is kept on the device follows. */
export function usePasskey(onDone: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (deed: keyof typeof deeds): Promise<OwnSession> => deeds[deed](),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery().queryKey, session);
      await openKept(session);
      await onDone();
    },
  });
}
