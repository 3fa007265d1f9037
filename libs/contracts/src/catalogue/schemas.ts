import { z } from 'zod';
import type { Text } from '../kernel/codes/index.js';
import { directoryEvents } from '../directory/directory.js';
import { caseEvents } from '../case/events.js';
import { platformEvents } from '../monitoring/events.js';

/** A JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What the catalogue says of one type of event. */
export type CatalogueEntry = {
  readonly type: string;
  readonly stream: 'cases' | 'directory' | 'platform';
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
export function catalogue(): CatalogueEntry[] {
  return [
    ...caseEvents.map((event) => entryOf('cases', event)),
    ...directoryEvents.map((event) => entryOf('directory', event)),
    ...platformEvents.map((event) => entryOf('platform', event)),
  ];
}

type Event = {
  readonly shape: { readonly type: { readonly value: string }; readonly by: z.ZodType; readonly data: z.ZodType };
  readonly meta: () => { readonly description?: string; readonly 'x-meaning'?: unknown } | undefined;
};

function entryOf(stream: CatalogueEntry['stream'], { shape, meta }: Event): CatalogueEntry {
  const { type, by, data } = shape;
  const { description, 'x-meaning': meaning } = meta() ?? {};
  const schema = z.object({ by, data }).meta({ title: type.value, description, 'x-meaning': meaning });
  return {
    type: type.value,
    stream,
    meaning: meaning as Text,
    // As input, so that a reader is not told to refuse what a later version adds.
    value: z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
  };
}
