import { z } from 'zod';
import type { StreamName, Text } from '../kernel/codes/index.js';
import { type EventSchema, streams, type StreamTable, typesIn } from './streams.js';

/** A JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What the catalogue says of one type of event. */
export type CatalogueEntry = {
  readonly type: string;
  readonly stream: StreamName;
  readonly meaning: Text;
  /** Of the record's value: `by` and `data`. */
  readonly value: JsonSchema;
};

/** The schema's identifier wherever it is read; each installation serves it at a URL of its own, see `schemaUrlOf`. */
export function schemaIdOf(type: string): string {
  return `urn:relais:schema:${type}`;
}

/** Where an installation serves the schema of a type: the attribute `dataschema` of its events. */
export function schemaUrlOf(publicUrl: string, type: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/schemas/${type}`;
}

/** All types of events, in the order of their definition. */
export function catalogue(table: StreamTable = streams): CatalogueEntry[] {
  return [...typesIn(table).values()].map(({ stream, schema }) => entryOf(stream, schema));
}

function entryOf(stream: StreamName, event: EventSchema): CatalogueEntry {
  const { type, by, data } = event.shape;
  const { description, 'x-meaning': meaning } = event.meta() ?? {};
  const schema = z.object({ by, data }).meta({ title: type.value, description, 'x-meaning': meaning });
  return {
    type: type.value,
    stream,
    meaning: meaning as Text,
    // As input, so that a reader is not told to refuse what a later version adds.
    value: z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
  };
}
