import { findIdentifiers } from './find-identifiers.js';
import type { Finding, Span } from './finding.js';
import { withJoinedNames } from './joined-names.js';

/** What begins something that people write in their own words: a literal, a quoted name or a comment. */
const opening = /--|\/\*|"|'|\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/gu;
const inName = /[\p{L}\p{N}_$]/u;

/** Where something ends that begins before a place: behind what the pattern finds, or with the text. */
function behind(sql: string, from: number, pattern: RegExp): number {
  const found = pattern.exec(sql.slice(from));
  return found === null ? sql.length : from + found.index + found[0].length;
}

/** Comments lie in comments. */
function commentEnd(sql: string, from: number): number {
  let depth = 1;
  for (const mark of sql.slice(from).matchAll(/\/\*|\*\//g)) {
    depth += mark[0] === '/*' ? 1 : -1;
    if (depth === 0) {
      return from + mark.index + 2;
    }
  }
  return sql.length;
}

function isEscaping(sql: string, quote: number): boolean {
  return /e/i.test(sql.charAt(quote - 1)) && !inName.test(sql.charAt(quote - 2));
}

/** Behind what begins at a place; undefined where nothing does: a dollar sign inside a name. */
function endOf(sql: string, start: number, begins: string): number | undefined {
  const inside = start + begins.length;
  switch (begins) {
    case '--':
      return behind(sql, inside, /\n/);
    case '/*':
      return commentEnd(sql, inside);
    case '"':
      return behind(sql, inside, /^(?:[^"]|"")*"/);
    case "'":
      return behind(sql, inside, isEscaping(sql, start) ? /^(?:[^'\\]|\\[^]|'')*'/ : /^(?:[^']|'')*'/);
    default: {
      const close = sql.indexOf(begins, inside);
      const isQuote = !inName.test(sql.charAt(start - 1));
      return isQuote ? (close < 0 ? sql.length : close + begins.length) : undefined;
    }
  }
}

/** What people write into a query in their own words. What does not close goes to the end. */
function ownWords(sql: string): Span[] {
  const spans: Span[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(sql); match !== null; match = opening.exec(sql)) {
    const end = endOf(sql, match.index, match[0]);
    if (end !== undefined) {
      spans.push({ start: match.index, end });
    }
    opening.lastIndex = end ?? match.index + 1;
  }
  return spans;
}

/** Words that only mean something in prose: a table or an alias may be called `Martin`, or `"Rue Haute 12"` when it is quoted. */
const proseOnly: readonly Finding['kind'][] = ['person-name', 'street-address'];

/**
 * Every identifier in an SQL query: numbers and addresses wherever they stand, names and streets in what is quoted or a comment, and in
 * names of several words such as `jan_peeters`.
 */
export function findIdentifiersInSql(sql: string): Finding[] {
  const own = ownWords(sql);
  const isOwn = ({ start, end }: Finding) => own.some((one) => one.start < end && start < one.end);
  const plain = findIdentifiers(sql).filter((one) => !proseOnly.includes(one.kind) || isOwn(one));
  return withJoinedNames(sql, plain);
}
