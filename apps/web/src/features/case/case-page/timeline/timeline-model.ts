import type { Timeline } from '#contracts/case';
import { noteIdOf } from '#domain/case';

/**
 * What was shown and what is newest as one, each event once. When so much happened meanwhile that events between the two are
 * not known, only the newest remains.
 */
export function joined(shown: Timeline, newest: Timeline): Timeline {
  const last = shown.timeline.at(-1);
  if (last === undefined || last.sequence < newest.earlier) {
    return newest;
  }
  const events = new Map([...shown.timeline, ...newest.timeline].map((event) => [event.sequence, event]));
  const notes = new Map([...shown.notes, ...newest.notes].map((note) => [note.noteId, note]));
  const people = new Map([...shown.people, ...newest.people].map((one) => [one.personId, one]));
  return {
    timeline: [...events.values()].sort((one, other) => one.sequence - other.sequence),
    notes: [...notes.values()],
    people: [...people.values()],
    earlier: Math.min(shown.earlier, newest.earlier),
    missing: stillMissing(events, newest),
  };
}

/** What the newest stretch lacks and what was shown before does not know either. */
function stillMissing(events: ReadonlyMap<number, unknown>, { missing }: Timeline): Timeline['missing'] {
  if (missing === null) {
    return null;
  }
  const { from, to } = missing;
  const left = Array.from({ length: to - from + 1 }, (_, place) => from + place).filter((one) => !events.has(one));
  const [first, last] = [left[0], left.at(-1)];
  return first === undefined || last === undefined ? null : { from: first, to: last };
}

/** The text of the note that each event wrote, told once by the first event that names it: an offer to several carries one message. */
export function noteTexts({ timeline, notes }: Timeline): ReadonlyMap<number, string> {
  const untold = new Map(notes.map((note) => [note.noteId, note.text]));
  const texts = new Map<number, string>();
  for (const event of timeline) {
    const noteId = noteIdOf(event) ?? '';
    const text = untold.get(noteId);
    if (text !== undefined) {
      untold.delete(noteId);
      texts.set(event.sequence, text);
    }
  }
  return texts;
}
