import type { CaseRequestInput, CaseView } from '#contracts/case';
import type { RecallReason } from '#contracts/case/codes';
import { recallReasons } from '#contracts/case/codes';
import { useTranslation } from 'react-i18next';
import { useCaseCommand, useHeldOf } from '../commands.js';
import { ChoiceList } from '../../../shared/choice-list.js';
import { useNames } from '../../../shared/directory.js';
import { FormDialog } from '../../../shared/form-dialog.js';
import { useLabels } from '../../../shared/labels.js';
import { say } from '../../../shared/toast.js';
import { useDraft } from '../../../shared/use-draft.js';

/** What the coordinators may decide about a case that waits. */
export type Decision = 'back-to-lead' | 'nobody-available' | 'recall';

type Reason = Exclude<RecallReason, 'consent-withdrawn'>;
const reasons: readonly Reason[] = ['no-answer', 'other-service-found', 'need-changed', 'sent-by-mistake'];

type DecisionDialogProps = {
  readonly view: CaseView;
  readonly decision: Decision;
  /** The referral that is recalled. */
  readonly referralId: string | null;
  readonly onClose: () => void;
};

/** Says what a decision leads to and asks for what it needs. */
export function DecisionDialog({ view, decision, referralId, onClose }: DecisionDialogProps) {
  const { t } = useTranslation('dispatch');
  const labels = useLabels();
  const names = useNames();
  const place = `case ${view.caseId} ${decision}`;
  const command = useCaseCommand(view.caseId, place);
  const held = useHeldOf(place);
  const draft = useDraft(place, { reason: 'no-answer' as Reason });
  const { reason } = draft.value;
  const referral = view.referrals.find((one) => one.referralId === referralId);
  const lead = view.lead === null ? t('nobodyLeads') : names.party(view.lead);
  const request = (): CaseRequestInput =>
    decision === 'recall'
      ? { type: 'recall', referralId: referralId ?? '', reason }
      : { type: 'resolve-dispatch', resolution: decision };
  const isAtOnce = referral?.state === 'sent';
  const intro =
    decision === 'recall'
      ? t(isAtOnce ? 'decide.recallAtOnce' : 'decide.recallAsk', {
          who: referral === undefined ? '' : names.organisation(referral.to.organisationId),
        })
      : t(`decide.${decision}`, { lead });
  return (
    <FormDialog
      opened
      title={t(`action.${decision}`).replace('…', '')}
      intro={intro}
      submit={t(`confirm.${decision}`)}
      busy={command.isPending || held !== undefined}
      held={held}
      draft={draft.notice}
      error={command.error}
      onClose={onClose}
      onSubmit={() =>
        command.mutate(request(), {
          onSuccess: (answer) => {
            const after = answer.case.referrals.find((one) => one.referralId === referralId);
            const isAsked = decision === 'recall' && after?.state === 'recall-requested';
            say(t(isAsked ? 'done.recallAsked' : `done.${decision}`, { code: view.code }));
            onClose();
          },
        })
      }
    >
      {decision === 'recall' && (
        <ChoiceList
          legend={t('decide.reason')}
          value={reason}
          onChange={(next) => draft.change({ reason: next })}
          options={reasons.map((value) => ({ value, label: labels.of(recallReasons, value) }))}
        />
      )}
    </FormDialog>
  );
}
