import type { ReferralView } from '#contracts/case';
import { declineReasons, referralOutcomes, referralStates } from '#contracts/case/codes';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../../../shared/labels.js';

/** How a referral ended, in words; null while it runs. */
export function useEndingWords(): (referral: ReferralView) => string | null {
  const { t } = useTranslation('case-page');
  const labels = useLabels();
  return (referral) => {
    if (referral.endedAt === null) {
      return null;
    }
    const state = labels.of(referralStates, referral.state);
    if (referral.outcome !== null) {
      return t('who.ended', { state, how: labels.of(referralOutcomes, referral.outcome) });
    }
    return referral.declined === null
      ? state
      : t('who.ended', { state, how: labels.of(declineReasons, referral.declined.reason) });
  };
}
