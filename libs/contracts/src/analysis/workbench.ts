import { z } from 'zod';
import { Uuid } from '../kernel/ids.js';
import { CsvLanguage, Text } from '../kernel/text.js';
import { inWords, written } from '../kernel/written.js';
import { EventFilter, ShownColumn } from './events.js';

/** Caps of the workbench; when one of the first two bites, the answer says so. */
export const runCaps = { rows: 10_000, bytes: 8_000_000, seconds: 30, sqlLength: 20_000 } as const;

const inexact: Text = {
  fr: 'un nombre de plus de 15 chiffres ne peut pas être transmis exactement ; donnez-le comme texte, entre guillemets',
  nl: 'een getal van meer dan 15 cijfers kan niet exact worden doorgegeven; geef het als tekst, tussen aanhalingstekens',
  en: 'a number of more than 15 digits cannot be passed on exactly; give it as a text, between quotes',
};

const mostParameters = 40;

/** A value for `$name` in a query. */
export const Parameters = z
  .record(
    written(/^[a-z][a-z0-9_]{0,40}$/, {
      fr: 'un paramètre se nomme en minuscules, chiffres et traits de soulignement, et commence par une lettre',
      nl: 'een parameter heet met kleine letters, cijfers en onderstrepingstekens, en begint met een letter',
      en: 'a parameter is named in lower-case letters, digits and underscores, and begins with a letter',
    }),
    z.union([z.string().max(500), z.number()]),
  )
  .refine(
    (given) => Object.keys(given).length <= mostParameters,
    inWords({
      fr: `au plus ${mostParameters} paramètres`,
      nl: `hoogstens ${mostParameters} parameters`,
      en: `at most ${mostParameters} parameters`,
    }),
  );
export type Parameters = z.infer<typeof Parameters>;

/** Values to run a query with: a whole number beyond 2^53 was another before it was read, so that it is asked for as a text. */
const GivenParameters = Parameters.check(({ value, issues }) => {
  for (const [name, given] of Object.entries(value)) {
    if (typeof given === 'number' && Number.isInteger(given) && !Number.isSafeInteger(given)) {
      issues.push({ code: 'custom', input: given, path: [name], message: inexact.en, params: { text: inexact } });
    }
  }
});

/** `POST /api/v1/analysis/runs`: one SELECT over the archive. The answer is a stream of `RunMessage`, a line each; closing it stops the query. */
export const RunRequest = z.object({
  sql: z.string().trim().min(1).max(runCaps.sqlLength),
  parameters: GivenParameters.default({}),
  /** The saved or ready query that this is, for the history. */
  queryId: z.string().max(60).optional(),
});
export type RunRequest = z.infer<typeof RunRequest>;

export const ResultColumn = z.object({
  name: z.string(),
  /** As DuckDB calls it. */
  type: z.string(),
  kind: z.enum(['number', 'text', 'time', 'other']),
});
export type ResultColumn = z.infer<typeof ResultColumn>;

/** A stop with a reason: what went wrong, in words of the person's language, and where in the SQL (0-based character), if known. */
export const RunFault = z.object({
  code: z.enum(['refused', 'invalid', 'memory', 'time', 'size', 'stopped', 'busy', 'failed']),
  text: z.string(),
  position: z.number().int().nullable(),
});
export type RunFault = z.infer<typeof RunFault>;

/** How many queries of all persons have their turn before this one; missing once it is being made. Old readers see progress. */
const ahead = z.number().int().optional();

/** One line of the answer to a run; the last one is `end` or `fault`, and without either the answer is incomplete. */
export const RunMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('progress'), percent: z.number().nullable(), seconds: z.number(), ahead }),
  z.object({ kind: z.literal('columns'), columns: z.array(ResultColumn) }),
  /**
   * Values are strings, numbers, booleans, null, lists or objects. Decimals are strings, and so are numbers that would lose digits and `Infinity`, `-Infinity`
   * and `NaN`, in lists and objects too. Times have the digits of their second.
   */
  z.object({ kind: z.literal('rows'), rows: z.array(z.array(z.unknown())) }),
  z.object({
    kind: z.literal('end'),
    rows: z.number().int(),
    /** Which cap cut the rows shown; null when this is all. */
    cut: z.enum(['rows', 'bytes']).nullable(),
    milliseconds: z.number(),
    /** Up to when the tables hold all that came in; null while they are filled for the first time, and rows may be missing. */
    filedUntil: z.string().nullable(),
  }),
  z.object({ kind: z.literal('fault'), fault: RunFault }),
]);
export type RunMessage = z.infer<typeof RunMessage>;

export const ExportFormat = z.enum(['ndjson', 'csv', 'xlsx', 'parquet']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** `POST /api/v1/analysis/exports`: the answer is a stream of `ExportMessage`, a line each; closing it stops the export. */
export const ExportRequest = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('events'),
    filter: EventFilter,
    /** All columns when missing. */
    columns: z.array(ShownColumn).min(1).max(60).optional(),
    format: ExportFormat,
    language: CsvLanguage,
  }),
  z.object({ of: z.literal('query'), run: RunRequest, format: ExportFormat, language: CsvLanguage }),
]);
export type ExportRequest = z.infer<typeof ExportRequest>;

export const ExportMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), /** Rows to come, null when not known. */ rows: z.number().int().nullable() }),
  z.object({
    kind: z.literal('progress'),
    percent: z.number().nullable(),
    bytes: z.number().int(),
    seconds: z.number(),
    ahead,
  }),
  /** The file is whole and waits at `GET /api/v1/analysis/exports/{exportId}` for an hour. */
  z.object({
    kind: z.literal('ready'),
    exportId: Uuid,
    name: z.string(),
    rows: z.number().int(),
    bytes: z.number().int(),
  }),
  z.object({ kind: z.literal('fault'), fault: RunFault }),
]);
export type ExportMessage = z.infer<typeof ExportMessage>;

/** `GET /api/v1/analysis/tables`: the tables one can ask, in words. */
export const TableView = z.object({
  name: z.string(),
  meaning: Text,
  columns: z.array(z.object({ name: z.string(), type: z.string(), meaning: Text })),
  /** One real row, null while there is none. */
  sample: z.array(z.unknown()).nullable(),
});
export type TableView = z.infer<typeof TableView>;

/** How a result is drawn. */
export const ChartChoice = z.object({
  form: z.enum(['bars', 'line']),
  /** Names of columns: what stands along the axis, what is measured, and what splits it into series. */
  x: z.string(),
  y: z.string(),
  series: z.string().nullable(),
});
export type ChartChoice = z.infer<typeof ChartChoice>;

/** A parameter of a query, `$name` in its text. */
export const QueryParameter = z.object({
  name: z.string(),
  label: Text,
  kind: z.enum(['text', 'number', 'date', 'sender', 'profession', 'difficulty', 'municipality', 'sector', 'stage']),
  default: z.union([z.string(), z.number()]),
});
export type QueryParameter = z.infer<typeof QueryParameter>;

/** `GET /api/v1/analysis/shelf`: ready queries that answer real questions of the platform. */
export const ReadyQuery = z.object({
  queryId: z.string(),
  question: Text,
  explanation: Text,
  sql: z.string(),
  parameters: z.array(QueryParameter),
  chart: ChartChoice.nullable(),
});
export type ReadyQuery = z.infer<typeof ReadyQuery>;
