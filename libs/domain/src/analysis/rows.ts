import type { PastReferral, ReferralState } from '#contracts/case';
import type { RowColumnType, caseColumns, referralColumns } from '#contracts/analysis/codes';
import { answeredAt, answeredWith } from '../case/answer.js';
import { caseCodeOf } from '../case/code.js';
import { factsAtSending } from '../case/sending-facts.js';
import type { KnownCase, Referral } from '../case/state.js';
import { senderOf } from '../monitoring/measures/chain.js';
import { factColumnsOf } from './context.js';

type Values = { integer: number; text: string; time: string; 'text-list': readonly string[]; boolean: boolean };
type ValueOf<Type extends RowColumnType> = Type extends keyof Values ? Values[Type] : never;

/** A row in the kept columns of a list: those that only have another name are left out. */
type RowOf<Columns> = {
  readonly [
    Name in keyof Columns as Columns[Name] extends { readonly type: RowColumnType } ? Name : never
  ]: Columns[Name] extends {
    readonly type: infer Type extends RowColumnType;
    readonly nullable: infer Null;
  }
    ? ValueOf<Type> | (Null extends true ? null : never)
    : never;
};

/** A case as analysts see it now. */
export type CaseRow = RowOf<typeof caseColumns>;

/** A referral as analysts see it now. */
export type ReferralRow = RowOf<typeof referralColumns>;

/** What analysts see of a case, from its state alone. */
export function caseRowOf(state: KnownCase): CaseRow {
  const { caseId, imported, openedAt, closed, facts, referrals, pastReferrals = [], past } = state;
  const hops = [...referrals, ...pastReferrals].map(({ hop }) => hop);
  return {
    case_id: caseId,
    code: caseCodeOf(caseId),
    imported,
    opened_at: openedAt,
    closed_at: closed?.at ?? null,
    outcome: closed?.outcome ?? null,
    reopenings: past?.reopenings.length ?? 0,
    referrals: hops.length,
    queued: past?.queued ?? 0,
    ...factColumnsOf(facts),
    hops: hops.length === 0 ? null : Math.max(...hops),
  };
}

/** What analysts see of a referral of a case. */
export function referralRowOf(state: KnownCase, referral: Referral): ReferralRow {
  const { to, endedAt, declined, contacted } = referral;
  const answer = answeredWith(referral);
  const at = answer === null ? null : answeredAt(referral);
  const endedAs = (...states: ReferralState[]) => (states.includes(referral.state) ? endedAt : null);
  return {
    case_id: state.caseId,
    code: caseCodeOf(state.caseId),
    referral_id: referral.referralId,
    imported: state.imported,
    sent_at: referral.sentAt,
    sender: senderOf(state, referral),
    profession: to.profession,
    organisation: to.organisationId,
    service: to.serviceId,
    hop: referral.hop,
    accepted_at: answer === 'accepted' ? at : null,
    declined_at: endedAs('declined'),
    decline_reason: declined?.reason ?? null,
    first_contact_at: contacted?.at ?? null,
    expired_at: endedAs('expired'),
    recalled_at: endedAs('recalled'),
    released_at: endedAs('released'),
    ended_at: endedAt,
    outcome: referral.outcome,
    ...factsAtSending(state, referral),
    parent_referral_id: referral.parentReferralId,
    urgency: referral.urgency,
    answer,
    choice: declined?.choice ?? null,
    answered_at: at,
    state: referral.state,
  };
}

/** The same of a referral from before Relais, of which no service is known and only what was written down. */
export function pastReferralRowOf(state: KnownCase, referral: PastReferral): ReferralRow {
  const { from, to, hop, sentOn, answer, answeredOn, firstContactOn, endedOn, outcome } = referral;
  const became = pastStateOf(referral);
  const untaken = became === 'declined' || became === 'expired' ? answeredOn : null;
  return {
    case_id: state.caseId,
    code: caseCodeOf(state.caseId),
    referral_id: null,
    imported: state.imported,
    sent_at: sentOn,
    sender: from,
    profession: to,
    organisation: null,
    service: null,
    hop,
    accepted_at: answer === 'accepted' ? answeredOn : null,
    declined_at: became === 'declined' ? untaken : null,
    decline_reason: became === 'declined' ? answer : null,
    first_contact_at: firstContactOn,
    expired_at: became === 'expired' ? untaken : null,
    recalled_at: null,
    released_at: null,
    ended_at: endedOn ?? untaken,
    outcome,
    ...factsAtSending(state),
    parent_referral_id: null,
    urgency: state.facts.urgency,
    answer,
    choice: null,
    answered_at: answeredOn,
    state: became,
  };
}

/** Its case is closed, so it ended: by help that was given, or by an answer; unanswered it was let go with the case. */
function pastStateOf({ answer }: PastReferral): 'closed' | 'expired' | 'released' | 'declined' {
  switch (answer) {
    case 'accepted':
      return 'closed';
    case 'expired':
      return 'expired';
    case null:
      return 'released';
    default:
      return 'declined';
  }
}
