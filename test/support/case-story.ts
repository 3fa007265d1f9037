import type { AnalysisEvent } from '#contracts/analysis';
import { standardPolicy, type CaseEvent, type ServiceRef } from '#contracts/case';
import type { Profession } from '#contracts/kernel';
import { analysisRowsOf, type AnalysisRows } from '#domain/analysis';
import { evolve, initialCase, type CaseState, type KnownCase } from '#domain/case';
import { archived } from './archive-world.js';
import { consent, facts, uuid } from './builders.js';

type Facts = Partial<
  Pick<AnalysisEvent, 'municipality' | 'sector' | 'stage' | 'difficulty' | 'difficulties' | 'urgency' | 'code'>
>;
type Sending = { readonly to: string; readonly from?: string; readonly parent?: string; readonly hop?: number };

/** Writes the events of one case, as the archive holds them; times are ISO, a missing clock time is 09:00 UTC. */
export class CaseStory {
  readonly events: AnalysisEvent[] = [];
  private readonly facts: Facts;
  private readonly sent = new Map<string, Partial<AnalysisEvent>>();

  constructor(
    private readonly number: number,
    facts: Facts = {},
  ) {
    const difficulties = facts.difficulties ?? [facts.difficulty ?? 'vat'];
    this.facts = { code: `CASE-${number}`, difficulty: difficulties[0] ?? 'vat', difficulties, ...facts };
  }

  /** Any event of a case: `opened`, `closed`, ... */
  happened(name: string, at: string, more: Partial<AnalysisEvent> = {}): this {
    return this.add(`relais.case.${name}.v1`, at, more);
  }

  /** A referral goes out; `id` is what later events name. */
  refer(id: string, at: string, { to, from = 'first-line', parent, hop = 0 }: Sending): this {
    const about = {
      referral_id: id,
      sender: from,
      profession: to,
      organisation: `${to}s`,
      service: `${to}-service`,
      hop,
    };
    this.sent.set(id, about);
    return this.add('relais.referral.sent.v1', at, {
      ...about,
      data: { parentReferralId: parent ?? null, urgency: 'normal' },
    });
  }

  /** Any later event of a referral: `accepted`, `declined`, ... */
  later(id: string, name: string, at: string, more: Partial<AnalysisEvent> = {}): this {
    return this.add(`relais.referral.${name}.v1`, at, { ...this.sent.get(id), ...more });
  }

  /** The rows of the case by the core, under the code of the story. */
  rows(): AnalysisRows {
    const { caseRows, referralRows } = analysisRowsOf(this.state());
    const { code } = this.events[0] ?? {};
    const named = <Row extends { readonly code: string }>(row: Row): Row => ({ ...row, code: code ?? row.code });
    return { caseRows: caseRows.map(named), referralRows: referralRows.map(named) };
  }

  private state(): KnownCase {
    let state: CaseState = initialCase;
    for (const event of this.events) {
      const { subject: caseId, sequence, time, type } = event;
      const data = { ...this.known(event), ...(event.data as object) };
      // A story says what matters to it; the rest follows from its words.
      const told = { id: `${caseId}:${sequence}`, caseId, sequence, time, by: { kind: 'clock' }, type, data };
      state = evolve(state, told as unknown as CaseEvent);
    }
    if (state.phase === 'unopened') {
      throw new Error('nothing happened in this story');
    }
    return state;
  }

  /** All that any event of a case may need; each takes what it knows. */
  private known(event: AnalysisEvent): object {
    const { profession, sender, hop, referral_id, reason, choice, outcome } = event;
    const opener = [...this.sent.values()].find((one) => isProfession(one.sender))?.sender ?? null;
    const lead = opener === null ? null : serviceOf(opener);
    const { municipality, sector, stage, difficulties } = event;
    return {
      facts: facts({
        ...({ municipality, sector, stage } as object),
        difficulties: (difficulties ?? []).map((difficulty) => ({ difficulty, severity: 2 }) as const) as never,
      }),
      consent: consent(),
      policy: standardPolicy,
      lead,
      openedBy: { organisationId: lead?.organisationId ?? 'desk', serviceId: lead?.serviceId ?? 'desk' },
      referralId: referral_id,
      to: profession === null ? null : serviceOf(profession),
      from: { organisationId: 'x', serviceId: senderId(sender) },
      hop,
      reason,
      choice,
      outcome,
      firstContactBy: event.time,
      followUps: [],
      retentionEndsAt: null,
    };
  }

  private add(type: string, at: string, more: Partial<AnalysisEvent>): this {
    const time = at.includes('T') ? `${at}:00.000Z` : `${at}T09:00:00.000Z`;
    const sequence = this.events.length + 1;
    this.events.push(archived({ type, subject: uuid(this.number), sequence, time, ...this.facts, ...more }));
    return this;
  }
}

/** All events of some cases, in the order of their arrival. */
export function told(...stories: readonly CaseStory[]): AnalysisEvent[] {
  return stories
    .flatMap(({ events }) => events)
    .sort((one, other) => one.time.localeCompare(other.time))
    .map((event, place) => ({ ...event, position: place + 1 }));
}

/** The rows of some cases. */
export function derivedRows(...stories: readonly CaseStory[]): AnalysisRows {
  const all = stories.map((story) => story.rows());
  return {
    caseRows: all.flatMap(({ caseRows }) => caseRows),
    referralRows: all.flatMap(({ referralRows }) => referralRows),
  };
}

function isProfession(sender: string | null | undefined): sender is string {
  return typeof sender === 'string' && sender !== 'first-line' && sender !== 'coordination';
}

function serviceOf(profession: string): ServiceRef {
  return {
    serviceId: `${profession}-service`,
    organisationId: `${profession}s`,
    profession: profession as Profession,
  };
}

function senderId(sender: string | null): string | null {
  return sender === 'coordination' ? null : isProfession(sender) ? `${sender}-service` : 'desk';
}
