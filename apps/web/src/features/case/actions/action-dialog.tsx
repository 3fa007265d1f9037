import { ReferDialog } from '../refer/refer-dialog.js';
import {
  AddNoteDialog,
  AmendFactsDialog,
  RenewConsentDialog,
  ReopenDialog,
  WithdrawConsentDialog,
} from './case-dialogs.js';
import {
  AnswerLeadDialog,
  AnswerRecallDialog,
  CloseCaseDialog,
  CloseReferralDialog,
  FollowUpDialog,
  RecallDialog,
  ResolveDispatchDialog,
} from './choice-dialogs.js';
import type { ActionDialogProps } from './dialog-props.js';
import { DeclineDialog, HoldDialog, ProgressDialog } from './referral-dialogs.js';

/** The dialog of an action; fetched when the first one opens. */
export default function ActionDialog(props: ActionDialogProps) {
  const { action, view, onClose, onDone } = props;
  switch (action.type) {
    case 'refer':
      return <ReferDialog case={view} mode="refer" opened onClose={onClose} onDone={onDone} />;
    case 'hand-on':
      return (
        <ReferDialog
          case={view}
          mode="hand-on"
          {...(action.referralId !== undefined && { referralId: action.referralId })}
          opened
          onClose={onClose}
          onDone={onDone}
        />
      );
    case 'decline':
      return <DeclineDialog {...props} />;
    case 'record-progress':
      return <ProgressDialog {...props} />;
    case 'hold':
      return <HoldDialog {...props} />;
    case 'close-referral':
      return <CloseReferralDialog {...props} />;
    case 'recall':
      return <RecallDialog {...props} />;
    case 'answer-recall':
      return <AnswerRecallDialog {...props} />;
    case 'answer-lead':
      return <AnswerLeadDialog {...props} />;
    case 'amend-facts':
      return <AmendFactsDialog {...props} />;
    case 'renew-consent':
      return <RenewConsentDialog {...props} />;
    case 'withdraw-consent':
      return <WithdrawConsentDialog {...props} />;
    case 'add-note':
      return <AddNoteDialog {...props} />;
    case 'resolve-dispatch':
      return <ResolveDispatchDialog {...props} />;
    case 'close-case':
      return <CloseCaseDialog {...props} />;
    case 'reopen-case':
      return <ReopenDialog {...props} />;
    case 'record-follow-up':
      return <FollowUpDialog {...props} />;
    case 'accept':
    case 'record-first-contact':
    case 'resume':
    case 'undo-answer':
    case 'offer-lead':
      return null;
    default:
      return action.type satisfies never;
  }
}
