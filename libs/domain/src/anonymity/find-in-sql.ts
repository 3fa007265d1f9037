import { findIdentifiers } from './find-identifiers.js';
import type { Finding } from './finding.js';

/** What people write into a query in their own words: literals, quoted names and comments. What does not close goes to the end. */
const ownWords =
  /[eE]'(?:[^'\\]|\\[^]|'')*'?|'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[^]*?(?:\*\/|$)|\$([A-Za-z_]*)\$[^]*?(?:\$\1\$|$)/g;

/** Words that only mean something in prose: a table or an alias may be called `Martin`, or `"Rue Haute 12"` when it is quoted. */
const proseOnly: readonly Finding['kind'][] = ['person-name', 'street-address'];

/**
 * Every identifier in an SQL query: numbers and addresses wherever they stand, names and streets in what is quoted or a comment, and in
 * names of several words such as `jan_peeters`.
 */
export function findIdentifiersInSql(sql: string): Finding[] {
  const own = [...sql.matchAll(ownWords)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const isOwn = ({ start, end }: Finding) => own.some((one) => one.start < end && start < one.end);
  const plain = findIdentifiers(sql).filter((one) => !proseOnly.includes(one.kind) || isOwn(one));
  if (!sql.includes('_')) {
    return plain;
  }
  const joined = findIdentifiers(sql.replaceAll('_', ' ')).flatMap((one): Finding[] => {
    const excerpt = sql.slice(one.start, one.end);
    const isNew = !plain.some(({ start, end }) => start < one.end && one.start < end);
    return one.kind === 'person-name' && excerpt.includes('_') && isNew ? [{ ...one, excerpt }] : [];
  });
  return [...plain, ...joined].sort((one, other) => one.start - other.start);
}
