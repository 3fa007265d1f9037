import { EntitySchema } from 'typeorm';

/** A row of `relais.note_key`; without the key the notes of the case cannot be read any more. */
export type NoteKeyRow = { caseId: string; wrappedKey: Buffer | null; destroyedAt: Date | null };

/** The encrypted key of each case's notes. */
export const NoteKeyEntity = new EntitySchema<NoteKeyRow>({
  name: 'note_key',
  schema: 'relais',
  columns: {
    caseId: { name: 'case_id', type: 'uuid', primary: true },
    wrappedKey: { name: 'wrapped_key', type: 'bytea', nullable: true },
    destroyedAt: { name: 'destroyed_at', type: 'timestamptz', nullable: true },
  },
});

/** A row of `relais.note`. */
export type NoteRow = {
  noteId: string;
  caseId: string;
  organisationId: string;
  ciphertext: Buffer;
  writtenAt: Date;
};

/** The encrypted notes. */
export const NoteEntity = new EntitySchema<NoteRow>({
  name: 'note',
  schema: 'relais',
  columns: {
    noteId: { name: 'note_id', type: 'uuid', primary: true },
    caseId: { name: 'case_id', type: 'uuid' },
    organisationId: { name: 'organisation_id', type: 'text' },
    ciphertext: { type: 'bytea' },
    writtenAt: { name: 'written_at', type: 'timestamptz' },
  },
});
