import type { CaseEvent, CaseEventOf, CaseFacts } from '#contracts/case';

/** What happened to one referral, as its events tell it. */
type Told = {
  readonly sent: CaseEventOf<'relais.referral.sent.v1'>;
  readonly facts: CaseFacts;
  /** The states it went through, the one of now last. */
  readonly states: string[];
  readonly row: Record<string, unknown>;
};

const nothing = {
  accepted_at: null,
  declined_at: null,
  decline_reason: null,
  first_contact_at: null,
  expired_at: null,
  recalled_at: null,
  released_at: null,
  ended_at: null,
  outcome: null,
  answer: null,
  choice: null,
  answered_at: null,
};

/**
 * The rows of a live case told from its events alone, without the core, so that the two can be compared; without the sender, whom the
 * recount of figures checks. Empty when the case was erased.
 */
export function retold(events: readonly CaseEvent[]): { readonly cases: object[]; readonly referrals: object[] } {
  const referrals = new Map<string, Told>();
  const known: Record<string, unknown> = { closed_at: null, outcome: null, reopenings: 0, queued: 0 };
  const count = (name: string) => (known[name] = Number(known[name]) + 1);
  let facts: CaseFacts | undefined;
  let erased = false;
  /** The request for which the case waits for the coordinators, with its offer. */
  let waiting: { readonly referralId: string; readonly offerId: string | null } | undefined;
  const offerOf = (referralId: string) => referrals.get(referralId)?.sent.data.offerId ?? null;
  for (const event of events) {
    switch (event.type) {
      case 'relais.case.opened.v1':
        facts = event.data.facts;
        Object.assign(known, { case_id: event.caseId, opened_at: event.time });
        break;
      case 'relais.case.facts-amended.v1':
        facts = event.data.facts;
        break;
      case 'relais.case.closed.v1':
        Object.assign(known, { closed_at: event.time, outcome: event.data.outcome });
        break;
      case 'relais.case.reopened.v1':
        Object.assign(known, { closed_at: null, outcome: null });
        count('reopenings');
        break;
      case 'relais.case.queued-for-dispatch.v1':
        count('queued');
        waiting = { referralId: event.data.referralId, offerId: offerOf(event.data.referralId) };
        break;
      case 'relais.case.dispatch-resolved.v1':
        waiting = undefined;
        break;
      case 'relais.referral.answer-undone.v1': {
        const { referralId } = event.data;
        const offerId = offerOf(referralId);
        // Whoever takes back the answer that brought it there takes it out of the queue.
        if (waiting?.referralId === referralId || (offerId !== null && waiting?.offerId === offerId)) {
          known['queued'] = Number(known['queued']) - 1;
          waiting = undefined;
        }
        happen(referrals.get(referralId), event);
        break;
      }
      case 'relais.case.consent-withdrawn.v1':
      case 'relais.case.retention-ended.v1':
        erased = true;
        break;
      case 'relais.referral.sent.v1':
        if (facts !== undefined) {
          referrals.set(event.data.referralId, { sent: event, facts, states: ['sent'], row: { ...nothing } });
        }
        waiting = undefined;
        break;
      default:
        if ('referralId' in event.data) {
          happen(referrals.get(event.data.referralId), event);
        }
    }
  }
  if (erased || facts === undefined) {
    return { cases: [], referrals: [] };
  }
  const all = [...referrals.values()];
  const hops = all.map(({ sent }) => sent.data.hop).sort((a, b) => b - a);
  const { municipality, sector, legalForm, sizeBand, ageBand, stage, channel, urgency, languages } = facts;
  const difficulties = facts.difficulties.map(({ difficulty }) => difficulty);
  return {
    cases: [
      {
        ...known,
        imported: false,
        referrals: all.length,
        hops: hops[0] ?? null,
        municipality,
        sector,
        legal_form: legalForm,
        size_band: sizeBand,
        age_band: ageBand,
        stage,
        channel,
        urgency,
        languages,
        difficulty: difficulties[0],
        difficulties,
      },
    ],
    referrals: all.map(rowOf),
  };
}

function rowOf({ sent, facts, states, row }: Told): object {
  const { referralId, to, hop, parentReferralId, urgency } = sent.data;
  return {
    ...row,
    case_id: sent.caseId,
    referral_id: referralId,
    imported: false,
    sent_at: sent.time,
    profession: to.profession,
    organisation: to.organisationId,
    service: to.serviceId,
    hop,
    parent_referral_id: parentReferralId,
    urgency,
    municipality: facts.municipality,
    sector: facts.sector,
    stage: facts.stage,
    difficulty: facts.difficulties[0]?.difficulty,
    state: states.at(-1),
  };
}

function happen(told: Told | undefined, event: CaseEvent): void {
  if (told === undefined) {
    return;
  }
  const { row, states } = told;
  const { time } = event;
  switch (event.type) {
    case 'relais.referral.accepted.v1':
      Object.assign(row, { answer: 'accepted', answered_at: time, accepted_at: time });
      states.push('accepted');
      break;
    case 'relais.referral.declined.v1': {
      const { reason, choice } = event.data;
      Object.assign(row, { answer: reason, answered_at: time, declined_at: time, decline_reason: reason, choice });
      Object.assign(row, { ended_at: time });
      states.push('declined');
      break;
    }
    case 'relais.referral.expired.v1':
      Object.assign(row, { answer: 'expired', answered_at: time, expired_at: time, ended_at: time });
      states.push('expired');
      break;
    case 'relais.referral.first-contact-made.v1':
      Object.assign(row, { first_contact_at: time });
      states.push('in-progress');
      break;
    case 'relais.referral.held.v1':
      states.push('on-hold');
      break;
    case 'relais.referral.resumed.v1':
      states.push('in-progress');
      break;
    case 'relais.referral.recall-requested.v1':
      states.push('recall-requested');
      break;
    case 'relais.referral.kept.v1':
      // As if it had never been asked back.
      states.pop();
      break;
    case 'relais.referral.answer-undone.v1':
      Object.assign(row, nothing);
      states.splice(1);
      break;
    case 'relais.referral.recalled.v1':
      Object.assign(row, { recalled_at: time, ended_at: time });
      states.push('recalled');
      break;
    case 'relais.referral.released.v1':
      Object.assign(row, { released_at: time, ended_at: time });
      states.push('released');
      break;
    case 'relais.referral.closed.v1':
      Object.assign(row, { outcome: event.data.outcome, ended_at: time });
      states.push('closed');
      break;
    default:
      break;
  }
}
