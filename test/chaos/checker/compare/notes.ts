import type { CaseEvent } from '#contracts/case';
import { noteIdOf, type KnownCase } from '#domain/case';
import { outcomeOf } from '../../load/ledger.js';
import type { Evidence } from '../evidence.js';
import { lost, wrong, type Finding } from '../finding.js';
import { groupBy } from '../same.js';
import { eventsOf, statesOf } from '../truth.js';
import { idsOf, nameOf } from './applications.js';

/** The notes in PostgreSQL: every note a case knows of is kept, none of an erased case, and none of a command that was refused. */
export function compareNotes({ histories, notes, asked }: Evidence): Finding[] {
  const kept = groupBy(notes, (note) => note.caseId);
  const missing = [...histories.values()].flatMap((history) => {
    const events = eventsOf(history);
    const state = statesOf(events).at(-1);
    return state === undefined || state.phase === 'unopened'
      ? []
      : faultsOf(state, events, new Set((kept.get(state.caseId) ?? []).map((note) => note.noteId)));
  });
  const all = new Set(notes.map((note) => note.noteId));
  const refused = asked
    .filter((one) => outcomeOf(one) === 'refused' && all.has(idsOf(one).noteId))
    .map((one) => wrong(`note ${idsOf(one).noteId}`, `${nameOf(one)} was refused and its note is kept`));
  return [...missing, ...refused];
}

function faultsOf(state: KnownCase, events: readonly CaseEvent[], kept: ReadonlySet<string>): Finding[] {
  const { caseId, notesErased } = state;
  if (notesErased) {
    return kept.size === 0
      ? []
      : [wrong(`notes ${caseId}`, `case ${caseId} is erased and ${kept.size} notes are kept`)];
  }
  return events
    .flatMap((event) => noteIdOf(event) ?? [])
    .filter((noteId) => !kept.has(noteId))
    .map((noteId) => lost(`note ${noteId}`, `case ${caseId}: the note ${noteId} is missing`));
}
