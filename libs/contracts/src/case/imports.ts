import { z } from 'zod';
import { Instant, Uuid } from '../kernel/ids.js';

/** One thing wrong with an imported file; `row` counts lines of the file, the header is 1. */
export const ImportError = z.object({ row: z.number().int(), column: z.string().nullable(), message: z.string() });
export type ImportError = z.infer<typeof ImportError>;

/** `POST /api/v1/imports` and `GET /api/v1/imports/{batchId}`. */
export const ImportBatch = z.object({
  batchId: Uuid,
  rows: z.number().int(),
  importedAt: Instant,
  importedBy: z.string(),
  /** Rows whose events are in Kafka. */
  published: z.number().int(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;
