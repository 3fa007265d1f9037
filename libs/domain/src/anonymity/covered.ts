import { findIdentifiers } from './find-identifiers.js';
import type { Finding } from './finding.js';
import { withJoinedNames } from './joined-names.js';

/** Every identifier of a text that may be prose as well as a query or an address. */
function findAnywhere(text: string): Finding[] {
  return withJoinedNames(text, findIdentifiers(text));
}

/**
 * The text with a word of its kind, such as `[phone]`, in place of every identifier: what may be kept of what was only asked with.
 * @param find how the guard reads the text
 */
export function covered(text: string, find: (text: string) => readonly Finding[] = findAnywhere): string {
  const findings = find(text);
  const kept = findings.map(({ kind, start }, place) => `${text.slice(findings[place - 1]?.end ?? 0, start)}[${kind}]`);
  return [...kept, text.slice(findings.at(-1)?.end ?? 0)].join('');
}
