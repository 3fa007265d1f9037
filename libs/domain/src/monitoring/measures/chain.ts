import type { PastReferral } from '#contracts/case';
import type { Sender } from '#contracts/case/codes';
import type { HopBand } from '#contracts/monitoring/codes';
import type { KnownCase, Referral } from '../../case/state.js';

/**
 * Who sent a referral: the coordinating team when no service did, else the profession of the service as the case knew it then, from the
 * service that opened it or from an earlier referral to it; a service that the case did not know is a first-line desk.
 */
export function senderOf(state: KnownCase, referral: Referral): Sender {
  const { serviceId } = referral.from;
  if (serviceId === null) {
    return 'coordination';
  }
  const asked = before(state.referrals, referral).find((one) => one.to.serviceId === serviceId)?.to;
  return (asked ?? firstLeadOf(state, serviceId))?.profession ?? 'first-line';
}

/** The service that opened the case, if it is this one. */
function firstLeadOf({ lead, openedBy, past }: KnownCase, serviceId: string) {
  return openedBy?.serviceId === serviceId
    ? [past?.firstLead, lead].find((one) => one?.serviceId === serviceId)
    : undefined;
}

/** The place of a referral in its chain: the referral it was handed on from, the one before that, and so on. */
export function hopOf(state: KnownCase, referral: Referral): HopBand {
  const chain: Sender[] = [];
  for (let one = parentOf(state, referral); one !== undefined; one = parentOf(state, one)) {
    chain.push(one.to.profession);
    if (one.parentReferralId === null) {
      chain.push(senderOf(state, one));
    }
  }
  return bandOf(referral.hop, referral.to.profession, chain);
}

function parentOf(state: KnownCase, { parentReferralId }: Referral): Referral | undefined {
  return parentReferralId === null ? undefined : state.referrals.find((one) => one.referralId === parentReferralId);
}

/** The same of imported history, which knows no parents: a hop follows the nearest earlier referral to its sender, one hop before it. */
export function pastHopOf(all: readonly PastReferral[], referral: PastReferral): HopBand {
  const chain: Sender[] = [];
  let last = referral;
  for (const one of before(all, referral).toReversed()) {
    if (one.hop === last.hop - 1 && one.to === last.from) {
      last = one;
      chain.push(one.to, ...(one.hop === 0 ? [one.from] : []));
    }
  }
  return bandOf(referral.hop, referral.to, chain);
}

function bandOf(hop: number, to: Sender, chain: readonly Sender[]): HopBand {
  if (chain.includes(to)) {
    return 'ping-pong';
  }
  return hop === 0 ? 'first' : hop === 1 ? 'second' : 'later';
}

function before<One>(all: readonly One[], one: One): readonly One[] {
  return all.slice(0, all.indexOf(one));
}
