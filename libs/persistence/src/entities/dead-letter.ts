import type { DeadLetter } from '#contracts';
import { EntitySchema } from 'typeorm';

/** A row of `relais.dead_letter`. */
export type DeadLetterRow = {
  deadLetterId: string;
  topic: string;
  partition: number;
  offset: string;
  key: string | null;
  headers: Record<string, string>;
  value: Buffer | null;
  reason: DeadLetter['reason'];
  detail: string;
  recordedAt: Date;
  redrivenAt: Date | null;
};

/** The records that could not be applied, whole. */
export const DeadLetterEntity = new EntitySchema<DeadLetterRow>({
  name: 'dead_letter',
  schema: 'relais',
  columns: {
    deadLetterId: { name: 'dead_letter_id', type: 'uuid', primary: true, generated: 'uuid' },
    topic: { type: 'text' },
    partition: { type: 'integer' },
    offset: { type: 'bigint' },
    key: { type: 'text', nullable: true },
    headers: { type: 'jsonb' },
    value: { type: 'bytea', nullable: true },
    reason: { type: 'text' },
    detail: { type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz', default: () => 'now()' },
    redrivenAt: { name: 'redriven_at', type: 'timestamptz', nullable: true },
  },
});
