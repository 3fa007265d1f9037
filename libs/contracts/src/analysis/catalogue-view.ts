import { z } from 'zod';
import { codesOf, privacyClasses } from '../kernel/codes/index.js';
import { Text } from '../kernel/text.js';
import { AnalysisEvent, Stream } from './events.js';

/** Kinds of values: `code` is one of a closed list, `moment` an instant in UTC, `id` a random UUID, `name` a short identifier in letters. */
export const FieldKind = z.enum(['code', 'text', 'name', 'id', 'moment', 'date', 'number', 'integer', 'boolean']);
export type FieldKind = z.infer<typeof FieldKind>;

/** One value that an event carries. */
export const CatalogueField = z.object({
  /** From the record's value: `data.to.profession`, `data.facts.difficulties[].severity`, `by.organisationId`. */
  path: z.string(),
  kind: FieldKind,
  /** False when it, or what it stands in, may be missing. */
  required: z.boolean(),
  /** True when it, or what it stands in, may be null. */
  nullable: z.boolean(),
  /** Allowed values of a code; empty when there is no list. */
  codes: z.array(z.string()),
  meaning: Text,
  /** Fields of `person` and `note` never reach the analysts' room. */
  privacy: z.enum(codesOf(privacyClasses)),
});
export type CatalogueField = z.infer<typeof CatalogueField>;

/** What differs from an earlier definition; `path` and `code` where they apply. */
export const CatalogueChange = z.object({
  /** `released`: as of the last release; otherwise the type this one follows, such as `relais.referral.held.v1`. */
  since: z.string(),
  what: z.enum([
    'type-added',
    'field-added',
    'field-gone',
    'code-added',
    'code-gone',
    'privacy-changed',
    'requirement-changed',
    'kind-changed',
  ]),
  path: z.string().nullable(),
  code: z.string().nullable(),
});
export type CatalogueChange = z.infer<typeof CatalogueChange>;

/** What is known of one type of event. */
export const CatalogueEvent = z.object({
  type: z.string(),
  stream: Stream,
  /** Topic in Kafka, with the prefix of this installation. */
  topic: z.string(),
  version: z.number().int(),
  meaning: Text,
  fields: z.array(CatalogueField),
  changes: z.array(CatalogueChange),
  /** Public address of its JSON Schema, the `dataschema` of its CloudEvents. */
  schemaUrl: z.string(),
  /** The newest event of the type; null when there is none, or when the caller may not analyse. */
  sample: AnalysisEvent.nullable(),
});
export type CatalogueEvent = z.infer<typeof CatalogueEvent>;

/** A CloudEvents attribute that every record carries as a header. */
export const CatalogueAttribute = z.object({ header: z.string(), meaning: Text });
export type CatalogueAttribute = z.infer<typeof CatalogueAttribute>;

/** `GET /api/v1/contracts`, for everybody who has a role here; `GET /api/v1/contracts/asyncapi.json` is the AsyncAPI 3 document. */
export const CatalogueView = z.object({
  attributes: z.array(CatalogueAttribute),
  events: z.array(CatalogueEvent),
  /** True when samples are given to the caller. */
  samples: z.boolean(),
});
export type CatalogueView = z.infer<typeof CatalogueView>;
