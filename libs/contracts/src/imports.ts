import { z } from 'zod';
import { Instant } from './ids.js';

/** Columns of the CSV of closed historical cases, in any order. `difficulties` is `code:severity` joined by `|`, `languages` joined by `|`. */
export const importColumns = [
  'reference',
  'opened_on',
  'closed_on',
  'languages',
  'municipality',
  'sector',
  'legal_form',
  'size_band',
  'age_band',
  'stage',
  'difficulties',
  'channel',
  'urgency',
  'outcome',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** One thing wrong with an imported file; `row` counts lines of the file, the header is 1. */
export const ImportError = z.object({ row: z.number().int(), column: z.string().nullable(), message: z.string() });
export type ImportError = z.infer<typeof ImportError>;

/** `POST /api/v1/imports` and `GET /api/v1/imports/{batchId}`. */
export const ImportBatch = z.object({
  batchId: z.uuid(),
  rows: z.number().int(),
  importedAt: Instant,
  importedBy: z.string(),
  /** Rows whose events are in Kafka. */
  published: z.number().int(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;
