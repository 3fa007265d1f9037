import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { CaseId, Instant, PersonId } from '../kernel/ids.js';
import { auditActions, auditSubjects } from './codes/index.js';

/** Somebody in the audit trail; the name is null once their data was removed, and the id stays as their pseudonym. */
const TrailPerson = z.object({ personId: PersonId, name: z.string().nullable() });

/**
 * An entry of the audit trail: who saw or did what, when, and in whose name. `by` is null for what the system did by itself, or was
 * refused to nobody in particular. It has no content.
 */
export const TrailEntry = z.object({
  entry: z.number().int(),
  at: Instant,
  by: TrailPerson.nullable(),
  /** Whose work it was, when it was done in another's name. */
  inNameOf: TrailPerson.nullable(),
  action: z.enum(codesOf(auditActions)),
  about: z.object({ kind: z.enum(codesOf(auditSubjects)), id: z.string(), name: z.string().nullable() }),
  /** A code that says more: the type of a command, the way of a sign-in. */
  detail: z.string().nullable(),
});
export type TrailEntry = z.infer<typeof TrailEntry>;

const page = {
  /** Entries before this one. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** `GET /api/v1/audit/own`: what the trail tells of the caller, newest first; entries are numbered among these alone. */
export const OwnTrailQuery = z.object(page);
export type OwnTrailQuery = z.infer<typeof OwnTrailQuery>;

/** `GET /api/v1/audit`, for administrators: of everybody, a person or a case, newest first. */
export const TrailQuery = z.object({ ...page, personId: PersonId.optional(), caseId: CaseId.optional() });
export type TrailQuery = z.infer<typeof TrailQuery>;

/** `GET /api/v1/audit/check`: whether every entry still follows from the one before; `brokenAt` is the first that does not. */
export const TrailCheck = z.object({
  entries: z.number().int(),
  brokenAt: z.number().int().nullable(),
  /** Entries older than this are removed. */
  keptMonths: z.number().int(),
});
export type TrailCheck = z.infer<typeof TrailCheck>;
