import type { z } from 'zod';
import type { Text } from './codes/index.js';

/** Words of a field in French, Dutch and English, in this order. */
export type Words = readonly [fr: string, nl: string, en: string];

/** What goes into the JSON Schema: the English words where every tool looks for them, and all three. */
export function said([fr, nl, en]: Words): { readonly description: string; readonly 'x-meaning': Text } {
  return { description: en, 'x-meaning': { fr, nl, en } };
}

/** The field with what it means; of a field within another one both meanings are read together. */
export function means<Schema extends z.ZodType>(schema: Schema, ...words: Words): Schema {
  return schema.meta(said(words));
}
