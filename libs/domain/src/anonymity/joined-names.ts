import { findIdentifiers } from './find-identifiers.js';
import type { Finding } from './finding.js';

/** Names whose words are joined, such as `jan_peeters`, besides what was found already. */
function joinedNames(text: string, found: readonly Finding[]): Finding[] {
  if (!text.includes('_')) {
    return [];
  }
  return findIdentifiers(text.replaceAll('_', ' ')).flatMap((one): Finding[] => {
    const excerpt = text.slice(one.start, one.end);
    const isNew = !found.some(({ start, end }) => start < one.end && one.start < end);
    return one.kind === 'person-name' && excerpt.includes('_') && isNew ? [{ ...one, excerpt }] : [];
  });
}

/** What was found in a text, with the names in it whose words are joined, in the order of the text. */
export function withJoinedNames(text: string, found: readonly Finding[]): Finding[] {
  return [...found, ...joinedNames(text, found)].sort((one, other) => one.start - other.start);
}
