import type { Span } from './finding.js';
import { mailProviders, topLevelDomains } from './internet-names.js';

const marker =
  /@|[[({<*]\s?(?:at|arobase|apenstaart(?:je)?|@)\s?[\])}>*]|(?<=[\p{L}\p{N}]\s)(?:at|arobase|arobas|apenstaart(?:je)?)(?=\s[\p{L}\p{N}])/giu;
const localBefore = /([\p{L}\p{N}](?:[\p{L}\p{N}._%+'-]|\s(?:dot|punt|point)\s){0,60})(\s{0,3})$/iu;
const domainAfter =
  /^(\s{0,3})([\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:(?:\s?[[({]\s?(?:dot|punt|point|\.)\s?[\])}]\s?|\s(?:dot|punt|point)\s|\s\.\s|\.)[\p{L}\p{N}-]{2,63}){0,4})/iu;
const dots = /\s?[[({]\s?(?:dot|punt|point|\.)\s?[\])}]\s?|\s(?:dot|punt|point)\s|\s\.\s|\./i;

// "found at shop.eu" is a web address; "pat at shop dot eu" and "pat at gmail.com" are mail addresses.
function isMailAfterWord(host: string): boolean {
  return /\s(?:dot|punt|point)\s/i.test(host) || mailProviders.has(host.toLowerCase().split('.')[0] ?? '');
}

function isCertainDomain(domain: string): boolean {
  const labels = domain.toLowerCase().split(dots);
  return labels.length > 1 ? topLevelDomains.has(labels.at(-1) ?? '') : mailProviders.has(domain.toLowerCase());
}

/** Mail addresses, also with "[at]", "(at)", "arobase", "apenstaartje" or "at" and with dots written as words. */
export function findEmails(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(marker)) {
    const afterMarker = match.index + match[0].length;
    const local = localBefore.exec(text.slice(Math.max(0, match.index - 72), match.index));
    const domain = domainAfter.exec(text.slice(afterMarker, afterMarker + 260));
    if (local === null || domain === null) {
      continue;
    }
    const [, name = '', gapBefore = ''] = local;
    const [whole, gapAfter = '', host = ''] = domain;
    const attached = match[0] === '@' && gapBefore === '' && gapAfter === '' && /\p{L}/u.test(host);
    if (attached || (isCertainDomain(host) && (!/^at$/i.test(match[0]) || isMailAfterWord(host)))) {
      found.push({ start: match.index - gapBefore.length - name.length, end: afterMarker + whole.length });
    }
  }
  return found;
}
