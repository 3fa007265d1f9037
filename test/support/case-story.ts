import type { AnalysisEvent } from '#contracts/analysis';
import { archived } from './archive-world.js';
import { uuid } from './builders.js';

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
