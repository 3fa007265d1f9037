import type { CaseEvent, DirectoryEvent, PlatformEvent } from '#contracts';
import { EntitySchema } from 'typeorm';

/** A row of `relais.outbox`. */
export type OutboxRow = {
  /** Order of publishing. */
  position: string;
  /** Without the prefix: `cases.v1`, `directory.v1` or `platform.v1`. */
  topic: string;
  key: string;
  event: CaseEvent | DirectoryEvent | PlatformEvent;
  createdAt: Date;
  publishedAt: Date | null;
};

/** Events of what lives in PostgreSQL, on their way to Kafka. */
export const OutboxEntity = new EntitySchema<OutboxRow>({
  name: 'outbox',
  schema: 'relais',
  columns: {
    position: { type: 'bigint', primary: true, generated: 'increment' },
    topic: { type: 'text' },
    key: { type: 'text' },
    event: { type: 'jsonb' },
    createdAt: { name: 'created_at', type: 'timestamptz', default: () => 'now()' },
    publishedAt: { name: 'published_at', type: 'timestamptz', nullable: true },
  },
});
