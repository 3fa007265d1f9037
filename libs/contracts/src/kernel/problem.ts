import type { Text } from './codes/index.js';

/** An error Relais answers with: its HTTP status, and what the caller can do, `{name}` standing for a parameter. */
export type Problem = { readonly status: number; readonly text: Text };
