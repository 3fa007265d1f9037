import type { CaseEvent, CaseFacts, CaseView, ReferralView } from '#contracts/case';
import {
  caseOutcomes,
  declineChoices,
  declineReasons,
  dispatchReasons,
  dispatchResolutions,
  escalationCauses,
  followUpStatuses,
  holdReasons,
  progressSteps,
  recallReasons,
  referralOutcomes,
  reopenReasons,
} from '#contracts/case/codes';
import { insideSentence, professions } from '#contracts/kernel/codes';
import { useTranslation } from 'react-i18next';
import type { Names } from '../../../../shared/directory.js';
import { useNames } from '../../../../shared/directory.js';
import { useLabels } from '../../../../shared/labels.js';
import { useFormats } from '../../../../shared/time.js';

const factFields = [
  'languages',
  'municipality',
  'sector',
  'legalForm',
  'sizeBand',
  'ageBand',
  'stage',
  'difficulties',
  'channel',
  'urgency',
] as const satisfies readonly (keyof CaseFacts)[];

/** The facts an amendment changed. */
function changedFields(view: CaseView, event: CaseEvent): readonly (typeof factFields)[number][] {
  if (event.type !== 'relais.case.facts-amended.v1') {
    return [];
  }
  const before = view.timeline
    .filter((one) => one.sequence < event.sequence)
    .map((one) => ('facts' in one.data ? one.data.facts : null))
    .findLast((facts) => facts !== null);
  if (before == null) {
    return [];
  }
  return factFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(event.data.facts[field]));
}

function placeOf(referral: ReferralView | undefined, names: Names): string {
  return referral === undefined ? '' : names.party(referral.to);
}

/** Who did an event in the name of somebody absent, and in whose; undefined for all others. */
export function useInNameOf({ people }: CaseView): (event: CaseEvent) => string | undefined {
  const { t } = useTranslation('timeline');
  return ({ by }) => {
    if (by.kind !== 'person' || by.forPersonId === undefined) {
      return undefined;
    }
    const nameOf = (id: string) => people.find((one) => one.personId === id)?.name;
    const [who, name] = [nameOf(by.personId), nameOf(by.forPersonId)];
    return who === undefined || name === undefined ? undefined : t('inNameOf', { who, name });
  };
}

/** Tells an event in a sentence; `<b>` marks emphasis. */
export function useEventSentence(view: CaseView): (event: CaseEvent) => string {
  const { t } = useTranslation(['timeline', 'actions']);
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const referralOf = (id: string) => view.referrals.find((one) => one.referralId === id);

  return (event) => {
    const { by } = event;
    const who = by.kind === 'person' ? names.party(by) : t(`by.${by.kind}`);
    const to = 'referralId' in event.data ? placeOf(referralOf(event.data.referralId), names) : '';
    switch (event.type) {
      case 'relais.case.opened.v1':
        return t('case.opened', { who });
      case 'relais.case.imported.v1':
        return t('case.imported', { outcome: labels.of(caseOutcomes, event.data.outcome) });
      case 'relais.case.facts-amended.v1': {
        const fields = changedFields(view, event).map((field) => insideSentence(t(`actions:facts.${field}`)));
        return fields.length === 0
          ? t('case.facts-amended', { who })
          : t('case.facts-amendedWhich', { who, fields: labels.list(fields) });
      }
      case 'relais.case.consent-renewed.v1':
        return t('case.consent-renewed', {
          professions: labels.list(event.data.consent.professions.map((one) => labels.of(professions, one))),
        });
      case 'relais.case.consent-withdrawn.v1':
        return t('case.consent-withdrawn');
      case 'relais.case.note-added.v1':
        return t('case.note-added', { who });
      case 'relais.case.lead-transferred.v1':
        return t('case.lead-transferred', { to: names.party(event.data.to) });
      case 'relais.case.lead-offered.v1':
        return t('case.lead-offered', { who, to: names.party(event.data.to) });
      case 'relais.case.lead-offer-declined.v1':
        return t('case.lead-offer-declined', { to });
      case 'relais.case.lead-offer-lapsed.v1':
        return t('case.lead-offer-lapsed', { to });
      case 'relais.case.lead-reminded.v1':
        return t('case.lead-reminded');
      case 'relais.case.escalated.v1':
        return t('case.escalated', { cause: labels.of(escalationCauses, event.data.cause) });
      case 'relais.case.queued-for-dispatch.v1':
        return t('case.queued-for-dispatch', { reason: labels.of(dispatchReasons, event.data.reason) });
      case 'relais.case.dispatch-resolved.v1':
        return t('case.dispatch-resolved', { resolution: labels.of(dispatchResolutions, event.data.resolution) });
      case 'relais.case.closed.v1':
        return t('case.closed', { who, outcome: labels.of(caseOutcomes, event.data.outcome) });
      case 'relais.case.reopened.v1':
        return t('case.reopened', { who, reason: labels.of(reopenReasons, event.data.reason) });
      case 'relais.case.follow-up-due.v1':
        return t('case.follow-up-due', { month: event.data.month });
      case 'relais.case.follow-up-recorded.v1':
        return t('case.follow-up-recorded', {
          month: event.data.month,
          status: labels.of(followUpStatuses, event.data.status),
        });
      case 'relais.case.follow-up-missed.v1':
        return t('case.follow-up-missed', { month: event.data.month });
      case 'relais.case.retention-ended.v1':
        return t('case.retention-ended');
      case 'relais.referral.sent.v1': {
        const { offerId, parentReferralId, proposesLead } = event.data;
        const manner =
          offerId !== null
            ? 'sentOffer'
            : parentReferralId !== null
              ? 'sentHandOn'
              : proposesLead
                ? 'sentLead'
                : 'sent';
        return t(`referral.${manner}`, {
          who: names.party(event.data.from),
          to: names.party(event.data.to),
          profession: labels.of(professions, event.data.to.profession),
        });
      }
      case 'relais.referral.reminded.v1':
        return t('referral.reminded', { to });
      case 'relais.referral.escalated.v1':
        return t('referral.escalated', { to, cause: labels.of(escalationCauses, event.data.cause) });
      case 'relais.referral.expired.v1':
        return t('referral.expired', { to });
      case 'relais.referral.accepted.v1':
        return t('referral.accepted', { to });
      case 'relais.referral.declined.v1':
        return t('referral.declined', {
          to,
          reason: labels.of(declineReasons, event.data.reason),
          choice: labels.of(declineChoices, event.data.choice),
        });
      case 'relais.referral.released.v1':
        return t('referral.released', { to, taker: placeOf(referralOf(event.data.takenBy), names) });
      case 'relais.referral.first-contact-made.v1':
        return t('referral.first-contact-made', { to });
      case 'relais.referral.progressed.v1':
        return t('referral.progressed', { to, step: labels.of(progressSteps, event.data.step) });
      case 'relais.referral.held.v1':
        return t('referral.held', {
          to,
          reason: labels.of(holdReasons, event.data.reason),
          until: formats.date(new Date(event.data.until)),
        });
      case 'relais.referral.resumed.v1':
        return t('referral.resumed', { to });
      case 'relais.referral.recall-requested.v1':
        return t('referral.recall-requested', { who, to, reason: labels.of(recallReasons, event.data.reason) });
      case 'relais.referral.recalled.v1':
        return t('referral.recalled', { to, reason: labels.of(recallReasons, event.data.reason) });
      case 'relais.referral.kept.v1':
        return t('referral.kept', { to });
      case 'relais.referral.closed.v1':
        return t('referral.closed', { to, outcome: labels.of(referralOutcomes, event.data.outcome) });
      case 'relais.referral.answer-undone.v1':
        return t(event.data.answered === event.data.referralId ? 'referral.answer-undone' : 'referral.asked-again', {
          to,
        });
      default:
        return event satisfies never;
    }
  };
}
