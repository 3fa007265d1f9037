import type { Action, CaseRequestInput, CaseView } from '#contracts/case';
import { useState } from 'react';
import { useCaseCommand } from '../commands.js';

/** What every dialog of an action gets. */
export type ActionDialogProps = {
  readonly action: Action;
  readonly view: CaseView;
  readonly onClose: () => void;
  readonly onDone: (after: CaseView) => void;
};

/** Sends the request of a dialog; `sent` is what was last sent. */
export function useDialogCommand({ view, onDone }: ActionDialogProps) {
  const [sent, setSent] = useState<CaseRequestInput | null>(null);
  const command = useCaseCommand(view.caseId);
  return {
    send: (request: CaseRequestInput) => {
      setSent(request);
      command.mutate(request, { onSuccess: (answer) => onDone(answer.case) });
    },
    sent,
    busy: command.isPending,
    error: command.error,
  };
}

/** The referral an action is about; an action of a referral always has one. */
export function referralIdOf(action: Action): string {
  if (action.referralId === undefined) {
    throw new Error(`The action ${action.type} names no referral.`);
  }
  return action.referralId;
}
