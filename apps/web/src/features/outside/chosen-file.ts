import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Wishes } from './upload.js';

/** A file that was chosen, and how it is to be read; each one that is chosen has a turn of its own. */
type Chosen = { readonly file: File | null; readonly wishes: Wishes; readonly turn: number };

/** A file that was chosen for a series. It stays until it is sent: closing the dialog drops nothing, the end of the session does. */
export function useChosenFile(place: string, usual: Wishes) {
  const client = useQueryClient();
  const queryKey = ['chosen file', place];
  client.setQueryDefaults(queryKey, { gcTime: Infinity });
  const [chosen, setChosen] = useState(() => client.getQueryData<Chosen>(queryKey));
  const [restored, setRestored] = useState(chosen !== undefined);
  const now = chosen ?? { file: null, wishes: usual, turn: 0 };
  const put = (next: Chosen) => {
    client.setQueryData(queryKey, next);
    setChosen(next);
  };
  return {
    ...now,
    /** Whether it was chosen before the dialog was opened. */
    restored,
    choose: (file: File) => put({ file, wishes: usual, turn: now.turn + 1 }),
    read: (wishes: Wishes) => put({ ...now, wishes }),
    forget: () => {
      client.removeQueries({ queryKey });
      setChosen(undefined);
      setRestored(false);
    },
  };
}
