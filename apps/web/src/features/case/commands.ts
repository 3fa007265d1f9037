import type { CaseRequestInput, CaseView, CommandAnswer } from '#contracts/case';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, useRef } from 'react';
import { newKey } from '../../client/api.js';
import { outbox, useHeld, type Unanswered } from '../../client/outbox.js';
import { ApiProblem } from '../../client/problem.js';
import { say } from '../../shared/toast.js';
import { handled } from './inbox/handled.js';
import { caseQueries } from './queries.js';
import { seen } from './seen.js';

type Pending = { readonly key: string; readonly attempts: number };

/** True when the command may have happened although no answer says so: then only the same key may be used for it. */
function isOpen(error: Error): boolean {
  return error instanceof ApiProblem && (error.passing || error.code === 'withdrawn');
}

/** What a command is called while it waits: the words of its button, and the case. */
function aboutOf(request: CaseRequestInput, view: CaseView | undefined): string {
  const month = 'month' in request ? request.month : undefined;
  const button = i18next.t(`button.${request.type}`, { ns: 'actions', month }).replace('…', '');
  return view === undefined ? button : `${button} · ${view.code}`;
}

/**
 * Asks something of one case; the answer's new view goes into the cache at once. The idempotency key stays the same for every retry
 * of the same content, by the machine or by the person, until an answer is known.
 * @param draft place of the draft it is made of
 */
export function useCaseCommand(caseId: string, draft?: string) {
  const client = useQueryClient();
  // By what is asked, as several things may be on their way at once.
  const pending = useRef(new Map<string, Pending>());
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return useMutation({
    mutationFn: (request: CaseRequestInput) => {
      const content = JSON.stringify(request);
      const { key, attempts } = pending.current.get(content) ?? { key: newKey(), attempts: 0 };
      pending.current.set(content, { key, attempts: attempts + 1 });
      const about = aboutOf(request, client.getQueryData(caseQueries.case(caseId).queryKey));
      return outbox.send<CommandAnswer>({
        path: `/cases/${caseId}/commands`,
        body: request,
        key,
        about,
        draft,
        attempts,
      });
    },
    retry: false,
    onError: (error, request) => {
      if (!isOpen(error)) {
        pending.current.delete(JSON.stringify(request));
      }
    },
    onSuccess: (answer, request) => {
      pending.current.delete(JSON.stringify(request));
      seen.note(answer.case);
      if ('referralId' in request) {
        handled.note(answer.case, request.referralId);
      }
      client.setQueryData(caseQueries.case(answer.caseId).queryKey, answer.case);
      void client.invalidateQueries({ queryKey: ['inbox'] });
      void client.invalidateQueries({ queryKey: ['cases'] });
      // Whoever asked has left the place that would say so.
      if (!isThere.current) {
        say(i18next.t('held.sent', { about: aboutOf(request, answer.case) }));
      }
    },
  });
}

/** The command that waits and was made of a draft. */
export function useHeldOf(draft: string): Unanswered | undefined {
  return useHeld().find((one) => one.draft === draft);
}
