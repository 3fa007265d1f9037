import type { Action, CaseRequestInput, CaseView } from '#contracts/case';
import { useEffect, useRef, useState } from 'react';
import { drafts } from '../../../client/kept.js';
import { useCaseCommand, useHeldOf } from '../commands.js';
import { actionId } from './catalogue.js';

/** What every dialog of an action gets. */
export type ActionDialogProps = {
  readonly action: Action;
  readonly view: CaseView;
  readonly onClose: () => void;
  readonly onDone: (after: CaseView) => void;
};

type Place = { readonly action: Parameters<typeof actionId>[0]; readonly view: Pick<CaseView, 'caseId'> };

/** Where the draft of a dialog is kept: each action of each case has one of its own. */
export function draftPlaceOf({ action, view }: Place): string {
  return `case ${view.caseId} ${actionId(action)}`;
}

/** Sends the request of a dialog; `sent` is what was last sent, `held` what waits for the connection. */
export function useDialogCommand(props: ActionDialogProps) {
  const { view, onDone, onClose } = props;
  const [sent, setSent] = useState<CaseRequestInput | null>(null);
  const place = draftPlaceOf(props);
  const command = useCaseCommand(view.caseId, place);
  const held = useHeldOf(place);
  const isOthers = held !== undefined && !command.isPending;
  const wasOthers = useRef(false);
  useEffect(() => {
    // It was sent from this dialog when it was open before: once that is answered and the draft is gone, nothing is left to do.
    if (wasOthers.current && !isOthers && drafts.get(place) === undefined) {
      onClose();
    }
    wasOthers.current = isOthers;
  }, [isOthers, place, onClose]);
  return {
    held,
    send: (request: CaseRequestInput) => {
      setSent(request);
      command.mutate(request, { onSuccess: (answer) => onDone(answer.case) });
    },
    sent,
    busy: command.isPending || isOthers,
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
