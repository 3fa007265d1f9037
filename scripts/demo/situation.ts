import type { Action, CaseRequestInput, CaseView, InboxLine } from '#contracts/case';
import type { DemoPerson } from './demonstration.js';
import type { Search } from './matching.js';
import type { NoteLanguage } from './notes.js';
import type { Random } from './random.js';

/** What a simulated person has before them: one line of their inbox and its case. */
export type Situation = {
  readonly random: Random;
  readonly person: DemoPerson;
  readonly line: InboxLine;
  readonly view: CaseView;
  /** The current instant. */
  readonly now: string;
  readonly favour: (serviceId: string) => number;
};

/** Something the person might do, with its weight; `request` is undefined when there is nothing sensible to say. */
export type Move = {
  readonly action: Action['type'];
  readonly weight: number;
  readonly request: () => CaseRequestInput | undefined;
};

/** The language the person writes notes in. */
export function noteLanguageOf({ language }: DemoPerson): NoteLanguage {
  return language === 'nl' ? 'nl' : 'fr';
}

/** Whom this case can still be sent to: by consent, to nobody who was asked before, not to the person's own services. */
export function searchFor({ view, person, favour }: Omit<Situation, 'random' | 'line' | 'now'>): Search {
  return {
    facts: view.facts,
    professions: view.consent?.professions ?? [],
    without: new Set([...view.referrals.map((one) => one.to.serviceId), ...person.serviceIds]),
    favour,
  };
}
