import { z } from 'zod';
import { Instant } from './ids.js';

/** A record that could not be applied; it can be driven again after a fix. */
export const DeadLetter = z.object({
  deadLetterId: z.string(),
  topic: z.string(),
  partition: z.number().int(),
  offset: z.string(),
  key: z.string().nullable(),
  reason: z.enum(['unparsable', 'schema', 'unknown-type', 'rejected']),
  detail: z.string(),
  recordedAt: Instant,
  redrivenAt: Instant.nullable(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** `GET /api/v1/operations`. */
export const OperationsView = z.object({
  deadLetters: z.array(DeadLetter),
  /** Cases whose stream has a gap: later events wait. */
  parked: z.array(
    z.object({ subject: z.string(), waitingFor: z.number().int(), events: z.number().int(), since: Instant }),
  ),
  offsets: z.array(z.object({ topic: z.string(), partition: z.number().int(), next: z.string(), updatedAt: Instant })),
  outboxWaiting: z.number().int(),
});
export type OperationsView = z.infer<typeof OperationsView>;
