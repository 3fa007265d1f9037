import type { CaseRequestInput, CaseView, CommandAnswer } from '#contracts/case';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, newKey, type RequestKey } from '../../client/api.js';
import { ApiProblem } from '../../client/problem.js';
import { handled } from './inbox/handled.js';
import { caseQueries } from './queries.js';
import { seen } from './seen.js';

/**
 * Sends with an idempotency key that stays the same for every retry of the same content, by the machine or by the person,
 * until an answer is known.
 */
function useKeyedMutation<Content>(send: (content: Content, key: RequestKey) => Promise<CommandAnswer>) {
  const client = useQueryClient();
  const pending = useRef<{ readonly content: string; readonly key: string; attempts: number } | null>(null);
  return useMutation({
    mutationFn: (content: Content) => {
      const text = JSON.stringify(content);
      if (pending.current?.content !== text) {
        pending.current = { content: text, key: newKey(), attempts: 0 };
      }
      const { key } = pending.current;
      return send(content, { key, attempt: ++pending.current.attempts });
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem && error.passing)) {
        pending.current = null;
      }
    },
    onSuccess: (answer, content) => {
      pending.current = null;
      seen.note(answer.case);
      noteHandled(answer.case, content);
      client.setQueryData(caseQueries.case(answer.caseId).queryKey, answer.case);
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}

function noteHandled(view: CaseView, content: unknown): void {
  if (typeof content === 'object' && content !== null && 'referralId' in content) {
    handled.note(view, String(content.referralId));
  }
}

/** Asks something of one case; the answer's new view goes into the cache at once. */
export function useCaseCommand(caseId: string) {
  return useKeyedMutation((request: CaseRequestInput, key) =>
    api.post<CommandAnswer>(`/cases/${caseId}/commands`, request, key),
  );
}
