export { UntoldNoteRepository, type UnsettledCase } from './untold-note.repository.js';
export { NoteRepository, NotesErased, opensNotes, type NewNote, type NoteReceipt } from './note.repository.js';
