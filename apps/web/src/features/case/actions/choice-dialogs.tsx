import type { CaseOutcome, FollowUpStatus, RecallReason, ReferralOutcome } from '#contracts/case';
import {
  caseOutcomes,
  dispatchResolutions,
  followUpStatuses,
  recallReasons,
  referralOutcomes,
} from '#contracts/case/codes';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../shared/directory.js';
import { useLabels } from '../../../shared/labels.js';
import { ChoiceDialog } from './choice-dialog.js';
import type { ActionDialogProps } from './dialog-props.js';
import { referralIdOf } from './dialog-props.js';

type Labelled<Code extends string> = Readonly<Record<Code, { readonly label: { fr: string; nl: string; en: string } }>>;

function useOptions<Code extends string, Left extends Code = never>(list: Labelled<Code>, ...without: readonly Left[]) {
  const { language } = useLabels();
  return (Object.keys(list) as Code[])
    .filter((code): code is Exclude<Code, Left> => !without.some((one) => one === code))
    .map((value) => ({ value, label: list[value].label[language] }));
}

/** Closes the help of a service with its outcome. */
export function CloseReferralDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const options = useOptions<ReferralOutcome, 'referred-onward'>(referralOutcomes, 'referred-onward');
  return (
    <ChoiceDialog
      {...props}
      title={t('close.title')}
      intro={t('close.intro')}
      legend={t('close.outcome')}
      submit={t('close.submit')}
      options={options}
      request={(outcome) => ({ type: 'close-referral', referralId: referralIdOf(props.action), outcome })}
    />
  );
}

/** Calls a referral back. */
export function RecallDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const names = useNames();
  const options = useOptions<RecallReason, 'consent-withdrawn'>(recallReasons, 'consent-withdrawn');
  const referral = props.view.referrals.find((one) => one.referralId === props.action.referralId);
  const service = referral === undefined ? '' : names.service(referral.to.serviceId);
  return (
    <ChoiceDialog
      {...props}
      title={t('recall.title', { service })}
      intro={t(referral?.state === 'sent' ? 'recall.introNow' : 'recall.introAsk')}
      legend={t('recall.reason')}
      submit={t('recall.submit')}
      options={options}
      request={(reason) => ({ type: 'recall', referralId: referralIdOf(props.action), reason })}
    />
  );
}

/** Answers a recall: give back or keep. */
export function AnswerRecallDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  return (
    <ChoiceDialog
      {...props}
      title={t('answer.title')}
      intro={t('answer.intro')}
      legend={t('answer.question')}
      submit={t('answer.submit')}
      options={(['agree', 'keep'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
      request={(answer) => ({
        type: 'answer-recall',
        referralId: referralIdOf(props.action),
        agree: answer === 'agree',
      })}
    />
  );
}

/** Answers whether one's service, which helps already, becomes the lead. */
export function AnswerLeadDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  return (
    <ChoiceDialog
      {...props}
      title={t('answerLead.title')}
      intro={t('answerLead.intro')}
      legend={t('answer.question')}
      submit={t('answer.submit')}
      options={(['agree', 'decline'] as const).map((value) => ({ value, label: t(`answerLead.${value}`) }))}
      request={(answer) => ({ type: 'answer-lead', referralId: referralIdOf(props.action), agree: answer === 'agree' })}
    />
  );
}

/** Ends a stay in the dispatch queue without a new referral. */
export function ResolveDispatchDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  return (
    <ChoiceDialog
      {...props}
      title={t('dispatch.title')}
      intro={t('dispatch.intro')}
      legend={t('dispatch.resolution')}
      submit={t('dispatch.submit')}
      options={useOptions(dispatchResolutions)}
      request={(resolution) => ({ type: 'resolve-dispatch', resolution })}
    />
  );
}

/** Closes the case as a whole. */
export function CloseCaseDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const options = useOptions<CaseOutcome, 'withdrawn'>(caseOutcomes, 'withdrawn');
  return (
    <ChoiceDialog
      {...props}
      title={t('closeCase.title')}
      intro={t('closeCase.intro')}
      legend={t('closeCase.outcome')}
      submit={t('closeCase.submit')}
      options={options}
      request={(outcome) => ({ type: 'close-case', outcome })}
    />
  );
}

/** Records how the business stands some months later. */
export function FollowUpDialog(props: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const month = props.action.month ?? 0;
  return (
    <ChoiceDialog<FollowUpStatus>
      {...props}
      title={t('followUp.title', { month })}
      legend={t('followUp.question')}
      submit={t('followUp.submit')}
      options={useOptions(followUpStatuses)}
      request={(status) => ({ type: 'record-follow-up', month, status })}
    />
  );
}
