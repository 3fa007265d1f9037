import type { Action, CaseRequestInput, CaseView } from '#contracts/case';
import type { ReactNode } from 'react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../commands.js';
import { later } from '../../../shared/later.js';
import { useFormats } from '../../../shared/time.js';
import { say, sayFailed } from '../../../shared/toast.js';
import { actionId } from './catalogue.js';
import type texts from './texts.fr.json';

declare module '../../../client/texts.js' {
  interface Texts {
    actions: typeof texts;
  }
}

const ActionDialog = later(() => import('./action-dialog.js'), 'default');

/** The deeds that need no question. */
function plainRequest(action: Action): CaseRequestInput | null {
  const { type, referralId } = action;
  if (referralId === undefined) {
    return null;
  }
  return type === 'accept' || type === 'record-first-contact' || type === 'resume' ? { type, referralId } : null;
}

/** What `useAction` gives: start an action, and the place of its dialog. */
export type ActionControl = {
  readonly start: (action: Action) => void;
  /** `actionId` of the action that is being sent without a dialog. */
  readonly busy: string | null;
  readonly dialog: ReactNode;
};

/** Sentence that confirms a deed. */
function useConfirmation() {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  return (action: Action, view: CaseView) => {
    const deadline = view.referrals.find((one) => one.referralId === action.referralId)?.deadline;
    if (action.type === 'accept' && deadline?.kind !== 'first-contact') {
      return t('done.acceptPlain');
    }
    return t(`done.${action.type}`, {
      when: deadline == null ? '' : formats.spokenTime(new Date(deadline.at), new Date()),
    });
  };
}

/** Does an action of a case: at once, or after a dialog has asked what is missing. */
export function useAction(caseId: string, view: CaseView | undefined, onDone?: () => void): ActionControl {
  const [asking, setAsking] = useState<Action | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const command = useCaseCommand(caseId);
  const confirmation = useConfirmation();

  const done = (action: Action, after: CaseView) => {
    say(confirmation(action, after));
    onDone?.();
  };
  const start = (action: Action) => {
    const request = plainRequest(action);
    if (request === null) {
      setAsking(action);
      return;
    }
    setBusy(actionId(action));
    command.mutate(request, {
      onSuccess: (answer) => done(action, answer.case),
      onError: sayFailed,
      onSettled: () => setBusy(null),
    });
  };
  const dialog = asking !== null && view !== undefined && (
    <Suspense fallback={null}>
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
    </Suspense>
  );
  return { start, busy, dialog };
}
