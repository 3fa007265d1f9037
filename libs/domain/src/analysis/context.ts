import type { CaseEvent, CaseEventOf, CaseFacts } from '#contracts/case';
import type { Sender } from '#contracts/case/codes';
import type { Profession } from '#contracts/kernel';

/** Facts of a case in the columns of an event. */
export type FactColumns = {
  readonly municipality: string;
  readonly sector: string;
  readonly legal_form: string;
  readonly size_band: string;
  readonly age_band: string;
  readonly stage: string;
  readonly channel: string;
  readonly urgency: string;
  readonly languages: readonly string[];
  readonly difficulty: string | null;
  readonly difficulties: readonly string[];
};

/** A referral in the columns of an event. */
export type ReferralColumns = {
  readonly sender: Sender;
  readonly profession: Profession;
  readonly organisation: string;
  readonly service: string;
  readonly hop: number;
};

/** What the next events of a case need to be read with; small, and the same however often it goes through JSON. */
export type ArchiveContext = {
  /** The latest facts, and the sequence of the event that told them. */
  readonly facts?: { readonly sequence: number; readonly columns: FactColumns };
  /** The service that opened the case, and its profession once it is known to have led it. */
  readonly opener?: { readonly service: string; readonly profession: Profession | null };
  /** Professions of the services that were asked, as they were when they were asked first. */
  readonly asked?: Readonly<Record<string, Profession>>;
  readonly referrals?: Readonly<Record<string, ReferralColumns>>;
};

/** Before the first event. */
export const noContext: ArchiveContext = {};

/**
 * The context after an event. Never fails: an event may come although one before it is missing, and facts of an older event do
 * not replace those of a newer one.
 */
export function contextAfter(context: ArchiveContext, event: CaseEvent): ArchiveContext {
  switch (event.type) {
    case 'relais.case.opened.v1': {
      const { facts, lead, openedBy } = event.data;
      const known = withFacts(context, event.sequence, facts);
      const { serviceId } = openedBy;
      if (serviceId === null) {
        return known;
      }
      return {
        ...known,
        opener: { service: serviceId, profession: lead?.serviceId === serviceId ? lead.profession : null },
      };
    }
    case 'relais.case.imported.v1':
    case 'relais.case.facts-amended.v1':
      return withFacts(context, event.sequence, event.data.facts);
    case 'relais.case.lead-transferred.v1':
      return withLead(context, event);
    case 'relais.referral.sent.v1':
      return withReferral(context, event);
    default:
      return context;
  }
}

function withFacts(context: ArchiveContext, sequence: number, facts: CaseFacts): ArchiveContext {
  return context.facts !== undefined && context.facts.sequence > sequence
    ? context
    : { ...context, facts: { sequence, columns: factColumnsOf(facts) } };
}

/** Facts in the columns of an event and of a case. */
export function factColumnsOf(facts: CaseFacts): FactColumns {
  const difficulties = facts.difficulties.map(({ difficulty }) => difficulty);
  return {
    municipality: facts.municipality,
    sector: facts.sector,
    legal_form: facts.legalForm,
    size_band: facts.sizeBand,
    age_band: facts.ageBand,
    stage: facts.stage,
    channel: facts.channel,
    urgency: facts.urgency,
    languages: facts.languages,
    difficulty: difficulties[0] ?? null,
    difficulties,
  };
}

function withLead(context: ArchiveContext, { data }: CaseEventOf<'relais.case.lead-transferred.v1'>): ArchiveContext {
  const { opener } = context;
  return opener?.profession === null && data.to.serviceId === opener.service
    ? { ...context, opener: { ...opener, profession: data.to.profession } }
    : context;
}

function withReferral(context: ArchiveContext, { data }: CaseEventOf<'relais.referral.sent.v1'>): ArchiveContext {
  const { referralId, to, from, hop } = data;
  const { referrals = {}, asked = {} } = context;
  if (Object.hasOwn(referrals, referralId)) {
    return context;
  }
  const sent: ReferralColumns = {
    sender: senderIn(context, from.serviceId),
    profession: to.profession,
    organisation: to.organisationId,
    service: to.serviceId,
    hop,
  };
  return {
    ...context,
    referrals: { ...referrals, [referralId]: sent },
    ...(!Object.hasOwn(asked, to.serviceId) && { asked: { ...asked, [to.serviceId]: to.profession } }),
  };
}

/** The rule of figures, `senderOf` in `../monitoring/measures/chain.ts`, from what the archive remembers of a case. */
function senderIn({ asked = {}, opener }: ArchiveContext, serviceId: string | null): Sender {
  if (serviceId === null) {
    return 'coordination';
  }
  const known = Object.hasOwn(asked, serviceId) ? asked[serviceId] : undefined;
  return known ?? (opener?.service === serviceId ? opener.profession : null) ?? 'first-line';
}
