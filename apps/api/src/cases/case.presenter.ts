import { Injectable } from '@nestjs/common';
import type { CaseEvent, CaseView, Viewer } from '#contracts';
import { type KnownCase, maySeeCase, overviewOf } from '#domain';
import { CaseReadRepository, NoteRepository } from '#persistence';

/** The two lists as one, each sequence once, oldest first. */
export function mergeTimelines(logged: readonly CaseEvent[], fresh: readonly CaseEvent[]): CaseEvent[] {
  const bySequence = new Map([...logged, ...fresh].map((event) => [event.sequence, event]));
  return [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
}

/** Ids of the notes a case knows of; a note whose command is still under way is not among them. */
function noteIdsOf(state: KnownCase): Set<string> {
  const messages = state.referrals.map((one) => one.messageNoteId).filter((id): id is string => id !== null);
  return new Set([...state.noteIds, ...messages]);
}

/** A case as one person sees it, put together from its state, the event log and its notes. */
@Injectable()
export class CasePresenter {
  constructor(
    private readonly cases: CaseReadRepository,
    private readonly notes: NoteRepository,
  ) {}

  /**
   * The view of a state, with events the projector may not have seen yet. Who lost sight of the case by the command itself
   * (declined, for example) sees what they did and no more.
   */
  async viewOf(state: KnownCase, viewer: Viewer, fresh: readonly CaseEvent[] = []): Promise<CaseView> {
    const overview = overviewOf(state, viewer);
    const { notesErased } = state;
    if (!maySeeCase(state, viewer)) {
      return { ...overview, timeline: [...fresh], notes: [], notesErased };
    }
    const [logged, notes] = await Promise.all([
      this.cases.findEvents(state.caseId, state.sequence),
      notesErased ? [] : this.notes.readAll(state.caseId),
    ]);
    const known = noteIdsOf(state);
    return {
      ...overview,
      timeline: mergeTimelines(logged, fresh),
      notes: notes.filter((one) => known.has(one.noteId)),
      notesErased,
    };
  }
}
