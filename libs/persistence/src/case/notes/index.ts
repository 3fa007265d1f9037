export { UntoldNoteRepository, type UnsettledCase, type UnsettledNote } from './untold-note.repository.js';
export { NoteRepository, NotesErased, type NewNote, type NoteReceipt } from './note.repository.js';
