import type { Span } from './finding.js';
import { domainsThatAreWords, isPublicHost, topLevelDomains } from './internet-names.js';

const withScheme = /(?:(?:https?|hxxps?|ftp):\/\/|(?<![\p{L}\p{N}@._-])www\d?\.)[^\s<>"]{2,1000}/giu;
const bare =
  /(?<![\p{L}\p{N}@_])((?:[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}\.){1,4})([a-z]{2,12}|[A-Z]{2,12})(?![\p{L}\p{N}_-])(\/[^\s<>"]{0,500})?/gu;
const bracketedDot =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}-]{1,62})\s?[[({]\s?(?:dot|punt|point|\.)\s?[\])}]\s?([a-z]{2,12})(?![\p{L}\p{N}])/giu;
const spokenDot =
  /(?<![\p{L}\p{N}])([\p{L}\p{N}][\p{L}\p{N}-]{1,62})\s(?:dot|punt|point|\.)\s(be|com|eu|brussels|nl)(?![\p{L}\p{N}-])/giu;
const articles = new Set([
  'un',
  'le',
  'ce',
  'au',
  'du',
  'des',
  'het',
  'dit',
  'dat',
  'een',
  'elk',
  'the',
  'this',
  'that',
  'one',
  'mon',
  'son',
  'mise',
  'faire',
]);
const handle = /(?<![\p{L}\p{N}._%+'@-])(?<![\p{L}\p{N}]\s?[[({])@[\p{L}_][\p{L}\p{N}._]{1,29}/gu;
const platformHandle =
  /\b(?:facebook|fb|instagram|insta|tiktok|linkedin|twitter|snapchat|telegram)(?:\s?:\s?|\s@?)(?=[\p{L}\p{N}.]{0,30}[_\d])([\p{L}\p{N}._]{3,40})/giu;

function withoutTrailingMarks(address: string): string {
  return address.replace(/[.,;:!?)\]}'»]{1,20}$/u, '');
}

function hostAndPath(address: string): { host: string; path: string } {
  const rest = address.replace(/^[a-z]{2,6}:\/\//i, '');
  const slash = rest.search(/[/?#]/);
  return slash < 0 ? { host: rest, path: '' } : { host: rest.slice(0, slash), path: rest.slice(slash + 1) };
}

// The address of a public institution passes, but not a page of it: a path may carry a name.
function isPublic(address: string): boolean {
  const { host, path } = hostAndPath(address);
  return path === '' && isPublicHost(host);
}

function isBareAddress(labels: string, ending: string, path: string | undefined): boolean {
  const domain = ending.toLowerCase();
  const lastLabel = labels.slice(0, -1).split('.').at(-1) ?? '';
  if (!/\p{L}|\d{3}/u.test(lastLabel) || (/^\p{Ll}/u.test(lastLabel) && ending !== domain)) {
    return false;
  }
  return (
    (topLevelDomains.has(domain) && lastLabel.length > 1) ||
    (path !== undefined && (topLevelDomains.has(domain) || domainsThatAreWords.has(domain)))
  );
}

/** Web addresses with or without scheme, with disguised dots, and names on social platforms; public institutions' hosts pass. */
export function findWebAddresses(text: string): Span[] {
  const found: Span[] = [];
  const add = (start: number, address: string): void => {
    const trimmed = withoutTrailingMarks(address);
    if (!isPublic(trimmed)) {
      found.push({ start, end: start + trimmed.length });
    }
  };
  for (const match of text.matchAll(withScheme)) {
    add(match.index, match[0]);
  }
  for (const match of text.matchAll(bare)) {
    if (isBareAddress(match[1] ?? '', match[2] ?? '', match[3])) {
      add(match.index, match[0]);
    }
  }
  for (const match of text.matchAll(bracketedDot)) {
    if (topLevelDomains.has((match[2] ?? '').toLowerCase()) && !isPublicHost(`${match[1]}.${match[2]}`)) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of text.matchAll(spokenDot)) {
    if (!articles.has((match[1] ?? '').toLowerCase()) && !/^\p{Lu}\p{Ll}/u.test(match[2] ?? '')) {
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (const match of [...text.matchAll(handle), ...text.matchAll(platformHandle)]) {
    add(match.index, match[0]);
  }
  return found;
}
