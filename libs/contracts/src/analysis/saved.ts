import { z } from 'zod';
import { Instant, PersonId, Uuid } from '../kernel/ids.js';
import { inWords } from '../kernel/written.js';
import { ShownColumn } from './events.js';
import { ChartChoice, Parameters, runCaps } from './workbench.js';

const mostFilters = 20;
const tooMany = {
  fr: `au plus ${mostFilters} filtres`,
  nl: `hoogstens ${mostFilters} filters`,
  en: `at most ${mostFilters} filters`,
};

/** What is kept of an explorer's view: its address without the page, and its columns. */
export const ViewContent = z.object({
  kind: z.literal('view'),
  /** The filter as in the address. */
  search: z
    .record(z.string().max(60), z.union([z.string().max(2_000), z.array(z.string().max(500)).max(8)]))
    .refine((search) => Object.keys(search).length <= mostFilters, inWords(tooMany)),
  columns: z.array(ShownColumn).max(30),
});

/** What is kept of a query. */
export const QueryContent = z.object({
  kind: z.literal('query'),
  sql: z.string().trim().min(1).max(runCaps.sqlLength),
  parameters: Parameters,
  chart: ChartChoice.nullable(),
});

/** `POST /api/v1/analysis/saved`, and `PUT …/saved/{savedId}` by its owner. */
export const SavedRequest = z.object({
  name: z.string().trim().min(1).max(120),
  /** Whether the other analysts see it in their lists; its address opens it for any analyst either way. */
  shared: z.boolean(),
  content: z.discriminatedUnion('kind', [ViewContent, QueryContent]),
});
export type SavedRequest = z.infer<typeof SavedRequest>;

/** `GET /api/v1/analysis/saved?kind=` (own and shared ones) and `GET …/saved/{savedId}`. */
export const Saved = SavedRequest.extend({
  savedId: Uuid,
  owner: PersonId,
  /** Null once the person was erased. */
  ownerName: z.string().nullable(),
  /** True for the caller's own. */
  own: z.boolean(),
  changedAt: Instant,
});
export type Saved = z.infer<typeof Saved>;

/** What analysts did: pages of events looked at, tails, queries, exports. */
export const AuditKind = z.enum(['events', 'event', 'tail', 'query', 'export', 'download', 'settings']);
export type AuditKind = z.infer<typeof AuditKind>;

export const AuditEntry = z.object({
  auditId: z.number().int(),
  at: Instant,
  personId: PersonId,
  /** Null once the person was erased. */
  personName: z.string().nullable(),
  kind: AuditKind,
  /** The filter as text, the SQL with its parameters, or the file. */
  subject: z.string(),
  /** Rows that left; null while unknown. */
  rows: z.number().int().nullable(),
  outcome: z.string(),
  milliseconds: z.number().int(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** `GET /api/v1/analysis/history`: one's own queries, newest first. */
export const HistoryQuery = z.object({
  /** There is no other in it; pages of before ask for it. */
  kind: z.literal('query').optional(),
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type HistoryQuery = z.infer<typeof HistoryQuery>;

/** `GET /api/v1/analysis/audit` for administrators: what everybody did, newest first. */
export const AuditQuery = HistoryQuery.extend({
  personId: PersonId.optional(),
  kind: AuditKind.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** `GET` and `PUT /api/v1/analysis/settings`; only administrators may change them. */
export const AnalysisSettings = z.object({ exportsAllowed: z.boolean() });
export type AnalysisSettings = z.infer<typeof AnalysisSettings>;
