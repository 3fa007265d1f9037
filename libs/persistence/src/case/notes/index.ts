export { NoteRepository, NotesErased, type NewNote, type NoteReceipt } from './note.repository.js';
