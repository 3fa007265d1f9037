import type { CaseView, InboxLine, ReferralView } from '#contracts/case';
import { declineReasons } from '#contracts/case/codes';
import { region } from '#contracts/kernel/codes';
import { workingMinutesBetween } from '#domain/calendar';
import type { TFunction } from 'i18next';
import type { Tone } from '../../../shared/chips.js';
import type { Names } from '../../../shared/directory.js';
import type { Labels } from '../../../shared/labels.js';

const workingDay = region.calendar.closes - region.calendar.opens;
const calendar = {
  ...region.calendar,
  weekdays: [...region.calendar.weekdays],
  fixedHolidays: [...region.calendar.fixedHolidays],
  easterHolidays: [...region.calendar.easterHolidays],
};

type Dispatch = TFunction<'dispatch'>;

/** How long something has waited, in working time, and how alarming that is. */
export function waitingWords(since: string, now: Date, t: Dispatch): { readonly text: string; readonly tone: Tone } {
  const minutes = workingMinutesBetween(since, now.toISOString(), calendar);
  const tone = minutes < workingDay ? 'grey' : minutes < 3 * workingDay ? 'amber' : 'red';
  if (minutes < 60) {
    return { text: t('since.now'), tone };
  }
  return minutes < 2 * workingDay
    ? { text: t('since.hours', { count: Math.floor(minutes / 60) }), tone }
    : { text: t('since.days', { count: Math.floor(minutes / workingDay) }), tone };
}

/** The referral whose end brought the case into the queue: the last one that nobody took. */
export function lastRefused(view: CaseView): ReferralView | undefined {
  return view.referrals
    .filter((one) => one.state === 'declined' || one.state === 'expired')
    .sort((a, b) => (a.endedAt ?? '').localeCompare(b.endedAt ?? ''))
    .at(-1);
}

/** Why a line waits for the coordinators, in a few words; null until the case is known. */
export function whyWaiting(
  line: InboxLine,
  view: CaseView | undefined,
  t: Dispatch,
  labels: Labels,
  names: Names,
): string | null {
  if (line.bucket === 'escalated' && line.to !== null) {
    const who = names.organisation(line.to.organisationId);
    switch (line.told?.cause) {
      case 'no-answer':
        return t('why.noAnswer', { who });
      case 'no-first-contact':
        return t('why.noFirstContact', { who });
      default:
        return t('why.noCheckIn', { who });
    }
  }
  if (line.bucket === 'escalated') {
    return t('why.noDecision');
  }
  const referral = view === undefined ? undefined : lastRefused(view);
  if (referral === undefined) {
    return view?.dispatch == null ? null : t(`why.${view.dispatch.reason}`);
  }
  const who = names.organisation(referral.to.organisationId);
  return referral.declined === null
    ? t('why.expiredBy', { who })
    : t('why.declinedBy', { who, reason: labels.of(declineReasons, referral.declined.reason) });
}
