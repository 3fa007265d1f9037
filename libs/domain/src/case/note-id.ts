import type { CaseEvent } from '#contracts/case';

/** The id of the note that an event wrote, if any; of a referral, its message. */
export function noteIdOf(event: CaseEvent): string | undefined {
  if (event.type === 'relais.referral.sent.v1') {
    return event.data.messageNoteId;
  }
  return 'noteId' in event.data ? event.data.noteId : undefined;
}
