import { Injectable } from '@nestjs/common';
import { type CaseEvent, type CaseView, type Timeline, timelineLength } from '#contracts/case';
import type { Viewer } from '#contracts/people';
import { asLastKnownTo, type KnownCase, maySeeCase, noteIdOf, overviewOf } from '#domain/case';
import { CaseReadRepository, NoteRepository } from '#persistence/case';
import { PersonRepository } from '#persistence/people';

/** The two lists as one, each sequence once, oldest first. */
export function mergeTimelines(logged: readonly CaseEvent[], fresh: readonly CaseEvent[]): CaseEvent[] {
  const bySequence = new Map([...logged, ...fresh].map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}

/** What is missing of the sequences from the first event to the last that there is. */
export function missingIn(timeline: readonly CaseEvent[], last: number): Timeline['missing'] {
  const known = new Set(timeline.map((event) => event.sequence));
  const first = timeline[0]?.sequence ?? 1;
  const missing = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place).filter(
    (sequence) => !known.has(sequence),
  );
  const [from, to] = [missing[0], missing.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function isThere(noteId: string | null | undefined): noteId is string {
  return typeof noteId === 'string';
}

/** Who did something in the name of somebody absent, and in whose name it was. */
function peopleIn(timeline: readonly CaseEvent[]): string[] {
  const ids = timeline.flatMap(({ by }) =>
    by.kind === 'person' && by.forPersonId !== undefined ? [by.personId, by.forPersonId] : [],
  );
  return [...new Set(ids)];
}

/** What somebody is told of the notes of a case they see no more: nothing, also not whether they were erased since. */
const nothingMore = { notes: [], people: [], earlier: 0, missing: null, notesErased: false };

/** A case as one person sees it, put together from its state, the event log and its notes. */
@Injectable()
export class CasePresenter {
  constructor(
    private readonly cases: CaseReadRepository,
    private readonly notes: NoteRepository,
    private readonly people: PersonRepository,
  ) {}

  /**
   * The view of a state, with events the projector may not have seen yet. Who lost sight of the case by the command itself
   * (declined, for example) sees what they did and no more.
   */
  async viewOf(state: KnownCase, viewer: Viewer, fresh: readonly CaseEvent[] = []): Promise<CaseView> {
    const overview = overviewOf(state, viewer);
    if (!maySeeCase(state, viewer)) {
      return { ...overview, ...nothingMore, timeline: [...fresh] };
    }
    const logged = await this.cases.findEvents(state.caseId, state.sequence + 1, timelineLength);
    const newest = mergeTimelines(logged, fresh).slice(-timelineLength);
    const messages = state.referrals.map((one) => one.messageNoteId);
    return {
      ...overview,
      ...(await this.told(state, newest, state.sequence, messages)),
      notesErased: state.notesErased,
    };
  }

  /** What somebody who sees the case no more is told when they ask again what their command, which led to a sequence, came to. */
  lastViewOf(state: KnownCase, viewer: Viewer, sequence: number): CaseView {
    const overview = overviewOf(asLastKnownTo(state, viewer), viewer);
    return { ...overview, ...nothingMore, sequence, timeline: [] };
  }

  /** What happened in a case before a sequence; whether the viewer may see it is asked before. */
  async timelineOf(state: KnownCase, before: number): Promise<Timeline> {
    const last = Math.min(before - 1, state.sequence);
    return this.told(state, await this.cases.findEvents(state.caseId, last + 1, timelineLength), last);
  }

  /** Only notes that an event or a referral names: of a note whose command is still under way nobody knows. */
  private async told(
    { caseId, notesErased }: KnownCase,
    timeline: CaseEvent[],
    last: number,
    messages: readonly (string | null)[] = [],
  ): Promise<Timeline> {
    const noteIds = new Set([...timeline.map(noteIdOf), ...messages].filter(isThere));
    return {
      timeline,
      notes: notesErased ? [] : await this.notes.read(caseId, [...noteIds]),
      people: await this.people.findNames(peopleIn(timeline)),
      earlier: (timeline[0]?.sequence ?? 1) - 1,
      missing: missingIn(timeline, last),
    };
  }
}
