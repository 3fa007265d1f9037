import { z } from 'zod';
import { codesOf } from '../kernel/codes/code-list.js';
import { CalendarDate, Instant, PersonId, slug } from '../kernel/ids.js';
import { CsvLanguage } from '../kernel/text.js';
import { seriesFlags } from './codes/flags.js';

/** Identifier of a series, chosen by who imports it first. */
export const SeriesId = slug.clone();
export type SeriesId = z.infer<typeof SeriesId>;

const Words = z.object({
  fr: z.string().trim().min(1).max(200),
  nl: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
});

/** What is said of a public series when it is imported: the part `series` of `POST /api/v1/outside/series`, as JSON. */
export const SeriesRequest = z.object({
  seriesId: SeriesId,
  title: Words,
  /** What one unit of a value is, for example `faillites`. */
  unit: Words,
  /** Who published it. */
  source: z.string().trim().min(1).max(200),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  licence: z.string().trim().min(1).max(200),
  publishedOn: CalendarDate,
  /** True when values of municipalities add up to the region: counts do, rates and indices do not. */
  adds: z.boolean(),
  /** What it counts, where Relais divides by it: `businesses` are those of each municipality at the end of a period; null for any other. */
  counts: z.enum(['businesses']).nullable().default(null),
});
export type SeriesRequest = z.infer<typeof SeriesRequest>;

export const SeriesGrain = z.enum(['week', 'month', 'quarter', 'year']);
export type SeriesGrain = z.infer<typeof SeriesGrain>;

/** One observation: `2026-W09`, `2026-03`, `2026-Q1` or `2026`; the NIS code of a municipality, null for the whole region. */
export const SeriesPoint = z.object({ period: z.string(), municipality: z.string().nullable(), value: z.number() });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** What the publisher says of an observation. */
export const SeriesFlag = z.enum(codesOf(seriesFlags));
export type SeriesFlag = z.infer<typeof SeriesFlag>;

/** How a file was read, for the next one of its kind: the codes chosen of its dimensions, and the answers to its questions. */
export const SeriesRecipe = z.object({ where: z.array(z.string()), answers: z.array(z.string()) });
export type SeriesRecipe = z.infer<typeof SeriesRecipe>;

/** A public series of somebody else, such as bankruptcies by month: `GET /api/v1/outside/series`. */
export const Series = SeriesRequest.extend({
  grain: SeriesGrain,
  /** NIS codes of the municipalities it has values of. */
  places: z.array(z.string()),
  /** True when it has values of the region as a whole. */
  wholeRegion: z.boolean(),
  first: z.string(),
  last: z.string(),
  points: z.number().int(),
  /** SHA-256 of its points, one line `period|municipality|value` each, with `|flag,flag` when it has flags, sorted; 64 hexadecimal digits. */
  hash: z.string(),
  importedAt: Instant,
  importedBy: PersonId,
  /** Null once that person is erased. */
  importedByName: z.string().nullable(),
  /** Invented data. */
  demonstration: z.boolean(),
  recipe: SeriesRecipe,
}).meta({ title: 'Series' });
export type Series = z.infer<typeof Series>;

/** `GET /api/v1/outside/series/{seriesId}`: without a municipality the region. */
export const SeriesQuery = z.object({ municipality: z.string().max(10).optional() });
export type SeriesQuery = z.infer<typeof SeriesQuery>;

/** `GET /api/v1/outside/series/{seriesId}.csv` and `.xlsx`: the same as a file; titles in this language, English when none is named. */
export const SeriesFileQuery = SeriesQuery.extend({ language: CsvLanguage });
export type SeriesFileQuery = z.infer<typeof SeriesFileQuery>;

/** The values of a series in one place, oldest first, and the versions that were replaced, newest first. */
export const SeriesView = z
  .object({
    series: Series,
    municipality: z.string().nullable(),
    /** True when the region's values are sums over its municipalities. */
    summed: z.boolean(),
    values: z.array(z.object({ period: z.string(), value: z.number() })),
    /** Periods that have no sum because a municipality of the series has no value, oldest first. */
    withoutSum: z.array(z.string()),
    /** What is said of the value of a period, oldest first; a confidential one has no value. */
    flags: z.array(z.object({ period: z.string(), flags: z.array(SeriesFlag) })),
    earlier: z.array(
      z.object({
        hash: z.string(),
        points: z.number().int(),
        importedAt: Instant,
        importedBy: PersonId,
        replacedAt: Instant,
      }),
    ),
  })
  .meta({ title: 'SeriesView' });
export type SeriesView = z.infer<typeof SeriesView>;

/** How many businesses each municipality has, from the newest series that counts them: `GET /api/v1/outside/businesses`. */
export const BusinessCounts = z
  .object({
    /** Null while no series counts businesses by municipality. */
    series: Series.nullable(),
    /** Its newest period, written as in its points; null without a series. */
    period: z.string().nullable(),
    /** NIS code of the municipality and its businesses in that period, only where they are more than none. */
    values: z.array(z.object({ municipality: z.string(), value: z.number().positive() })),
  })
  .meta({ title: 'BusinessCounts' });
export type BusinessCounts = z.infer<typeof BusinessCounts>;

/**
 * How a file of statistics is read, for importing and for looking first: `where` (repeatable, `dimension:code`) chooses one code of a
 * dimension that has several; `answer` (repeatable, `key:value`) answers a question that looking asked.
 */
export const ReadingQuery = z.object({
  where: z.union([z.string().max(300), z.array(z.string().max(300)).max(20)]).optional(),
  answer: z.union([z.string().max(300), z.array(z.string().max(300)).max(20)]).optional(),
});
export type ReadingQuery = z.infer<typeof ReadingQuery>;

const Said = z.object({ fr: z.string(), nl: z.string(), en: z.string() });

/** Something that a file leaves open and that only a person can say; nothing is imported before it is answered. */
export const SeriesQuestion = z.object({
  key: z.string(),
  text: Said,
  options: z.array(z.object({ value: z.string(), label: Said })),
  /** What may be meant; a person still has to say so. */
  suggested: z.string().nullable(),
  answer: z.string().nullable(),
});
export type SeriesQuestion = z.infer<typeof SeriesQuestion>;

/** What a file holds, before anything is stored: `POST /api/v1/outside/readings`. */
export const SeriesReading = z
  .object({
    format: z.enum(['csv', 'sdmx-csv', 'json-stat']),
    /** Null while there are dimensions to choose of. */
    grain: SeriesGrain.nullable(),
    first: z.string().nullable(),
    last: z.string().nullable(),
    places: z.array(z.string()),
    wholeRegion: z.boolean(),
    points: z.number().int(),
    /** Observations of places outside the region, and observations without a value; neither is imported. */
    leftOut: z.number().int(),
    withoutValue: z.number().int(),
    /** Dimensions of which the import takes one code. */
    fixed: z.array(z.object({ dimension: z.string(), code: z.string() })),
    /** Dimensions with several codes of which one must be chosen, by `where`. */
    choices: z.array(
      z.object({ dimension: z.string(), codes: z.array(z.object({ code: z.string(), label: z.string() })) }),
    ),
    sample: z.array(SeriesPoint),
    questions: z.array(SeriesQuestion),
    /** The first rows of a table whose columns a person says the meaning of, else empty. */
    preview: z.array(z.array(z.string())),
    /** Columns of such a table of which one code may be taken, by `where`; without one all are. */
    filters: z.array(
      z.object({ dimension: z.string(), codes: z.array(z.object({ code: z.string(), label: z.string() })) }),
    ),
    /** Rows of the file that were added to others, and periods at its ends that it covers only in part; these are not imported. */
    summed: z.number().int(),
    partial: z.number().int(),
    /** How many observations have which flag. */
    flags: z.array(z.object({ flag: SeriesFlag, count: z.number().int() })),
  })
  .meta({ title: 'SeriesReading' });
export type SeriesReading = z.infer<typeof SeriesReading>;
