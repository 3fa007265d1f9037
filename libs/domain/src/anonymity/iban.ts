import { hasIbanCheckDigits, isBelgianAccountNumber } from './check-digits.js';
import { digitWindows } from './digit-runs.js';
import type { DigitGroup } from './digit-runs.js';
import type { Span } from './finding.js';
import { ibanStructures } from './iban-structures.js';

const separator = /[\s./_·|-]/;
const longestGap = 3;

function readAlphanumerics(text: string, start: number, length: number): { compact: string; end: number } {
  let compact = '';
  let gap = 0;
  let position = start;
  while (position < text.length && compact.length < length && gap <= longestGap) {
    const character = text.charAt(position);
    if (/[A-Za-z\d]/.test(character)) {
      compact += character.toUpperCase();
      gap = 0;
    } else if (separator.test(character)) {
      gap += 1;
    } else {
      break;
    }
    position += 1;
  }
  return { compact, end: position };
}

/** Account numbers: any country's IBAN, and the twelve digits that were a Belgian account before the IBAN. Wrong check digits: none. */
export function findIbans(text: string, runs: readonly DigitGroup[][]): Span[] {
  const found: Span[] = [];
  for (const { index } of text.matchAll(/(?<![A-Za-z\d])[A-Za-z]{2}[\s./_·|-]{0,3}\d[\s./_·|-]{0,3}\d/g)) {
    const structure = ibanStructures.get(text.slice(index, index + 2).toUpperCase());
    if (structure === undefined) {
      continue;
    }
    const { compact, end } = readAlphanumerics(text, index, structure.length);
    if (structure.pattern.test(compact) && hasIbanCheckDigits(compact)) {
      found.push({ start: index, end });
    }
  }
  for (const window of runs.flatMap((run) => digitWindows(run, 12, isBelgianAccountNumber))) {
    if (window.sizes === '3-7-2') {
      found.push({ start: window.start, end: window.end });
    }
  }
  return found;
}
