import { DeadLetterEntity } from './dead-letter.js';
import { OrganisationEntity, ServiceEntity } from './directory.js';
import { ImportBatchEntity, ImportRowEntity } from './imports.js';
import { NoteEntity, NoteKeyEntity } from './notes.js';
import { OutboxEntity } from './outbox.js';
import { PackEntity } from './packs.js';
import { PersonEntity, PersonServiceEntity, SessionEntity } from './people.js';

export * from './dead-letter.js';
export * from './directory.js';
export * from './imports.js';
export * from './notes.js';
export * from './outbox.js';
export * from './packs.js';
export * from './people.js';

/** All entities: the tables of schema `relais`, which are the truth. */
export const entities = [
  OrganisationEntity,
  ServiceEntity,
  PersonEntity,
  PersonServiceEntity,
  SessionEntity,
  NoteKeyEntity,
  NoteEntity,
  OutboxEntity,
  ImportBatchEntity,
  ImportRowEntity,
  DeadLetterEntity,
  PackEntity,
];
