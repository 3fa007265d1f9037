import { z } from 'zod';
import { directoryEvents } from '../directory.js';
import { caseEvents, platformEvents } from '../events.js';

/** A JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What the catalogue says of one type of event. */
export type CatalogueEntry = {
  readonly type: string;
  readonly stream: 'cases' | 'directory' | 'platform';
  readonly meaning: string;
  /** Of the record's value: `by` and `data`. */
  readonly value: JsonSchema;
};

/** The schema's identifier, as in the attribute `dataschema` of every event. */
export function schemaIdOf(type: string): string {
  return `urn:relais:schema:${type}`;
}

/** All types of events, in the order of their definition. */
export function catalogue(): CatalogueEntry[] {
  return [
    ...caseEvents.map((event) => entryOf('cases', event.shape, event.meta()?.description)),
    ...directoryEvents.map((event) => entryOf('directory', event.shape, event.meta()?.description)),
    ...platformEvents.map((event) => entryOf('platform', event.shape, event.meta()?.description)),
  ];
}

type Shape = { readonly type: { readonly value: string }; readonly by: z.ZodType; readonly data: z.ZodType };

function entryOf(stream: CatalogueEntry['stream'], { type, by, data }: Shape, meaning = ''): CatalogueEntry {
  const schema = z.object({ by, data }).meta({ title: type.value, description: meaning });
  // As input, so that a reader is not told to refuse what a later version adds.
  return { type: type.value, stream, meaning, value: z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
