import { z } from 'zod';
import type { Text } from './codes/index.js';

const forms = new Map<string, Text>();

/** A text that matches a pattern; `text` says in words what to write, also in the answer to somebody who wrote something else. */
export function written(pattern: RegExp, text: Text): z.ZodString {
  forms.set(String(pattern), text);
  return z.string().regex(pattern, text.en);
}

/** What to write for a pattern of `written`, as it stands in a fault that zod found. */
export function formOf(pattern: string): Text | undefined {
  return forms.get(pattern);
}

/** Our own words for what a `refine` asks; who answers finds them in the fault. */
export function inWords(text: Text): { readonly message: string; readonly params: { readonly text: Text } } {
  return { message: text.en, params: { text } };
}
