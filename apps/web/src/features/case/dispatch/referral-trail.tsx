import type { CaseView } from '#contracts/case';
import { declineChoices, declineReasons, referralOutcomes } from '#contracts/case/codes';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../../shared/directory.js';
import { IconCornerDownRight } from '../../../shared/icons.js';
import { useLabels } from '../../../shared/labels.js';
import { ReferralStateBadge } from '../../../shared/status.js';
import { useFormats, useNow } from '../../../shared/time.js';
import classes from './panel.module.css';
import { inChains } from '../parts/chains.js';

/** Who was asked already, in the order of the chains, and how each one ended. */
export function ReferralTrail({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('dispatch');
  const labels = useLabels();
  const names = useNames();
  const formats = useFormats();
  const now = useNow();
  const day = (at: string) => formats.shortDate(new Date(at), now);
  const spanOf = ({ sentAt, endedAt }: CaseView['referrals'][number]) => {
    const [from, to] = [day(sentAt), endedAt === null ? null : day(endedAt)];
    return to === null ? t('trail.from', { from }) : t(to === from ? 'trail.on' : 'trail.fromTo', { from, to });
  };
  return (
    <ol className={classes.trail}>
      {inChains(view.referrals).map((referral) => (
        <li key={referral.referralId} style={{ paddingLeft: `${Math.min(referral.hop, 4) * 16}px` }}>
          <span className={classes.step}>
            <span>
              {referral.hop > 0 && <IconCornerDownRight size={14} aria-hidden />}
              <strong>{names.organisation(referral.to.organisationId)}</strong>{' '}
              <span className={classes.quiet}>{names.service(referral.to.serviceId)}</span>
            </span>
            <ReferralStateBadge state={referral.state} />
          </span>
          <span className={classes.quiet}>
            {spanOf(referral)}
            {referral.declined !== null &&
              ` · ${labels.of(declineReasons, referral.declined.reason)}, ${labels.of(declineChoices, referral.declined.choice)}`}
            {referral.outcome !== null && ` · ${labels.of(referralOutcomes, referral.outcome)}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
