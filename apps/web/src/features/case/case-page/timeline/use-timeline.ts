import type { CaseView, Timeline } from '#contracts/case';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../client/api.js';
import { sayFailed } from '../../../../shared/toast.js';
import { joined } from './timeline-model.js';

/** A case's view with all events that were loaded, and how to load the stretch before them. */
export function useTimeline(view: CaseView): { readonly view: CaseView; readonly loadEarlier: () => void } {
  const [shown, setShown] = useState<Timeline | null>(null);
  const whole = shown === null ? view : { ...view, ...joined(shown, view) };
  const { mutate, isPending } = useMutation({
    mutationFn: async (from: Timeline) =>
      joined(await api.get<Timeline>(`/cases/${view.caseId}/timeline`, { before: from.earlier + 1 }), from),
    onSuccess: setShown,
    onError: sayFailed,
  });
  const { timeline, notes, people, earlier, missing } = whole;
  return {
    // A note that was erased since it was loaded is not shown any more.
    view: view.notesErased ? { ...whole, notes: [] } : whole,
    loadEarlier: () => !isPending && mutate({ timeline, notes, people, earlier, missing }),
  };
}
