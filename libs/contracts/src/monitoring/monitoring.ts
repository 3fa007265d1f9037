import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { CsvLanguage } from '../kernel/text.js';
import { cubeNames, dimensions, serviceCubeNames } from './codes/index.js';
import { Profession } from '../kernel/vocabulary.js';
import { Instant, OrganisationId, ServiceId } from '../kernel/ids.js';
import { written } from '../kernel/written.js';

/** An ISO week, Monday to Sunday in the civil time of the region. */
export const Week = written(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, {
  fr: 'écrivez une semaine comme 2026-W48',
  nl: 'schrijf een week zoals 2026-W48',
  en: 'write a week such as 2026-W48',
});
export type Week = z.infer<typeof Week>;

export const CubeName = z.enum(cubeNames);
export type CubeName = z.infer<typeof CubeName>;
export const Dimension = z.enum(codesOf(dimensions));
export type Dimension = z.infer<typeof Dimension>;

/** Published figures are for everyone; exact ones for the coordinators. */
export const Tier = z.enum(['published', 'exact']);
export type Tier = z.infer<typeof Tier>;

/**
 * `GET /api/v1/monitoring/{tier}/cubes/{cube}`: sums of the cells of one cube. `by` (comma-separated, at most two dimensions of the cube;
 * none: the total) breaks them down; `where` (repeatable, `dimension:code,code`) keeps cells with one of the codes.
 */
export const CubeQuery = z.object({
  by: z.string().max(100).optional(),
  where: z.union([z.string().max(400), z.array(z.string().max(400)).max(4)]).optional(),
  from: Week.optional(),
  to: Week.optional(),
  /** `total`: one column for all weeks. */
  grain: z.enum(['week', 'month', 'quarter', 'total']).default('month'),
});
export type CubeQuery = z.infer<typeof CubeQuery>;

/** `GET /api/v1/monitoring/published/cubes/{cube}.csv`: the same as a file. */
export const CubeCsvQuery = CubeQuery.extend({ language: CsvLanguage });
export type CubeCsvQuery = z.infer<typeof CubeCsvQuery>;

/** How exact figures are and up to when. */
export const Standing = z.object({
  tier: Tier,
  /** Every cell of one epoch is a multiple of it, at most `base - 1` off; 1 when exact. */
  base: z.number().int(),
  /** Weeks covered, null when there is nothing. */
  first: Week.nullable(),
  last: Week.nullable(),
  /** The last week of imported history among them, null when there is none. */
  history: Week.nullable(),
  /** When the newest figure was frozen (published) or read (exact). */
  asOf: Instant.nullable(),
  /** Number of the newest epoch; null when exact or empty. */
  epoch: z.number().int().positive().nullable(),
  /** Hash of the newest epoch, 64 hexadecimal digits; null when exact or empty. */
  hash: z.string().nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** Sums of cells: one row per combination of codes that is not zero throughout, one count per period. */
export const CubeAnswer = z
  .object({
    cube: CubeName,
    by: z.array(Dimension),
    /** `2026-W48`, `2026-11`, `2026-Q4`, or `total`. A week belongs to the month and quarter of its Thursday. */
    periods: z.array(z.string()),
    rows: z.array(z.object({ codes: z.array(z.string()), counts: z.array(z.number().int()) })),
    standing: Standing,
  })
  .meta({ title: 'CubeAnswer' });
export type CubeAnswer = z.infer<typeof CubeAnswer>;

/** A cube of the exact tier, those about single services included. */
export const ExactCubeName = z.enum([...cubeNames, ...serviceCubeNames]);
export type ExactCubeName = z.infer<typeof ExactCubeName>;

/** `GET /api/v1/monitoring/exact/cubes/{cube}`: for coordinators, and of the cubes about single services for their actors. */
export const ExactAnswer = CubeAnswer.extend({
  cube: ExactCubeName,
  by: z.array(z.enum([...codesOf(dimensions), 'service'])),
}).meta({ title: 'ExactAnswer' });
export type ExactAnswer = z.infer<typeof ExactAnswer>;

/** What lies with one service now. */
export const ServiceBacklog = z.object({
  serviceId: ServiceId,
  organisationId: OrganisationId,
  profession: Profession,
  /** Referrals that are not ended. */
  open: z.number().int(),
  /** Of these, not yet answered. */
  unanswered: z.number().int(),
  /** Of the open ones, those whose next deadline has passed; a pause has none. */
  overdue: z.number().int(),
});
export type ServiceBacklog = z.infer<typeof ServiceBacklog>;

/** `GET /api/v1/monitoring/exact/backlog`: services with open referrals, by id; coordinators see all, actors their own. */
export const Backlog = z.object({ asOf: Instant, services: z.array(ServiceBacklog) }).meta({ title: 'Backlog' });
export type Backlog = z.infer<typeof Backlog>;

/** One frozen publication, as the public list shows it. */
export const EpochView = z.object({
  epochId: z.string(),
  /** Position in the hash chain, from 1. */
  number: z.number().int().positive(),
  /** `week`: what became known since the epoch before; `history`: one week of imported history. */
  kind: z.enum(['week', 'history']),
  /** The week its figures are shown in. */
  week: Week,
  publishedAt: Instant,
  previousHash: z.string(),
  hash: z.string(),
});
export type EpochView = z.infer<typeof EpochView>;

/** Id of an epoch: its week, a number when it was closed early, `h` and the closing's number for imported history. */
export const EpochId = written(/^\d{4}-W\d{2}(\.h?[1-9]\d{0,9})?$/, {
  fr: 'écrivez une publication comme 2026-W48 ou 2026-W48.1',
  nl: 'schrijf een publicatie zoals 2026-W48 of 2026-W48.1',
  en: 'write an epoch such as 2026-W48 or 2026-W48.1',
});
export type EpochId = z.infer<typeof EpochId>;

/** `GET /api/v1/monitoring/published/epochs`: those numbered before `before`. */
export const EpochListQuery = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EpochListQuery = z.infer<typeof EpochListQuery>;

/** Epochs, newest first. */
export const EpochList = z.object({
  epochs: z.array(EpochView),
  /** `before` of the next page; null on the last. */
  next: z.number().int().nullable(),
});
export type EpochList = z.infer<typeof EpochList>;

/** Everything that one epoch published: what its hash is made of. */
export const PublishedEpoch = EpochView.extend({
  cubes: z.array(
    z.object({
      cube: CubeName,
      dimensions: z.array(Dimension),
      /** Cells that are not zero, sorted by their codes. */
      cells: z.array(z.object({ codes: z.array(z.string()), count: z.number().int() })),
    }),
  ),
}).meta({ title: 'PublishedEpoch' });
export type PublishedEpoch = z.infer<typeof PublishedEpoch>;
