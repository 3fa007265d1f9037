import type { Action, CaseRequestInput, CaseView } from '#contracts/case';
import { referralStates } from '#contracts/case/codes';
import type { ReactNode } from 'react';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../commands.js';
import { useLabels } from '../../../shared/labels.js';
import { Overtaken } from '../../../shared/overtaken.js';
import { laterDialog } from '../../../shared/later.js';
import { useFormats } from '../../../shared/time.js';
import { say, sayFailed } from '../../../shared/toast.js';
import { actionId } from './catalogue.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    actions: typeof texts;
  }
}

const ActionDialog = laterDialog(() => import('./action-dialog.js'), 'default');

/** The deeds that need no question. */
function plainRequest(action: Action): CaseRequestInput | null {
  const { type, referralId } = action;
  if (referralId === undefined) {
    return null;
  }
  return type === 'accept' || type === 'record-first-contact' || type === 'resume' || type === 'undo-answer'
    ? { type, referralId }
    : null;
}

/** What `useAction` gives: start an action, and the place of its dialog. */
export type ActionControl = {
  readonly start: (action: Action) => void;
  /** Whether an action is being sent without a dialog. */
  readonly isBusy: (action: Action) => boolean;
  readonly dialog: ReactNode;
};

/** Sentence that confirms a deed, and says what follows. */
export function useConfirmation() {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return (action: Action, view: CaseView) => {
    const referral = view.referrals.find((one) => one.referralId === action.referralId);
    const deadline = referral?.deadline;
    if (action.type === 'accept' && deadline?.kind !== 'first-contact') {
      return t('done.acceptPlain');
    }
    // A service that helps already is asked first: nothing is recalled yet.
    const isAsked = action.type === 'recall' && referral?.state === 'recall-requested';
    return t(isAsked ? 'done.recallAsked' : `done.${action.type}`, {
      when: deadline == null ? '' : formats.spokenTime(new Date(deadline.at), new Date()),
    });
  };
}

/** Why an action whose dialog is open is possible no more; null while it is. */
function useOvertaking(view: CaseView | undefined, lost: boolean) {
  const { t } = useTranslation('actions');
  const labels = useLabels();
  return (action: Action): string | null => {
    if (lost) {
      return t('overtaken.lost');
    }
    if (view === undefined || view.actions.some((one) => actionId(one) === actionId(action))) {
      return null;
    }
    const referral = view.referrals.find((one) => one.referralId === action.referralId);
    return referral === undefined
      ? t('overtaken.case')
      : t('overtaken.referral', { state: labels.of(referralStates, referral.state) });
  };
}

type Told = {
  /** The person may look at the case no more. */
  readonly lost?: boolean;
  /** Tells what was done, instead of a message that passes. */
  readonly onDone?: (action: Action, after: CaseView) => void;
};

/** Does an action of a case: at once, or after a dialog has asked what is missing. */
export function useAction(caseId: string, view: CaseView | undefined, told: Told = {}): ActionControl {
  const [asking, setAsking] = useState<Action | null>(null);
  const [busy, setBusy] = useState<readonly string[]>([]);
  // A key that is pressed twice comes sooner than the screen knows that the first one is on its way; another action is no second press.
  const sending = useRef(new Set<string>());
  const command = useCaseCommand(caseId);
  const confirmation = useConfirmation();
  const overtaking = useOvertaking(view, told.lost === true);

  const done = (action: Action, after: CaseView) => {
    if (told.onDone !== undefined) {
      told.onDone(action, after);
    } else if (action.type !== 'refer' && action.type !== 'hand-on') {
      say(confirmation(action, after));
    }
  };
  const sendPlain = async (action: Action, request: CaseRequestInput) => {
    try {
      done(action, (await command.mutateAsync(request)).case);
    } catch (error) {
      sayFailed(error);
    }
  };
  const start = (action: Action) => {
    const request = plainRequest(action);
    if (request === null) {
      setAsking(action);
      return;
    }
    const id = actionId(action);
    if (sending.current.has(id)) {
      return;
    }
    sending.current.add(id);
    setBusy([...sending.current]);
    void sendPlain(action, request).finally(() => {
      sending.current.delete(id);
      setBusy([...sending.current]);
    });
  };
  const dialog = asking !== null && view !== undefined && (
    <Suspense fallback={null}>
      <Overtaken value={overtaking(asking)}>
        <ActionDialog
          key={actionId(asking)}
          action={asking}
          view={view}
          onClose={() => setAsking(null)}
          onDone={(after) => {
            done(asking, after);
            setAsking(null);
          }}
        />
      </Overtaken>
    </Suspense>
  );
  return { start, isBusy: (action) => busy.includes(actionId(action)), dialog };
}
