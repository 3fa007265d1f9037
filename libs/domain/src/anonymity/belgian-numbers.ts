import { isEnterpriseNumber, isNationalRegisterNumber } from './check-digits.js';
import { digitWindows, isAmount } from './digit-runs.js';
import type { DigitGroup, DigitWindow } from './digit-runs.js';
import type { Span } from './finding.js';

// All writings that leave out some of the usual separators: "4-3-3", "7-3", "4-6", "10".
function sizesOfMerged([first = 0, ...others]: readonly number[]): string[] {
  return others
    .reduce<number[][]>(
      (writings, size) =>
        writings.flatMap((sizes) => [
          [...sizes, size],
          [...sizes.slice(0, -1), (sizes.at(-1) ?? 0) + size],
        ]),
      [[first]],
    )
    .map((sizes) => sizes.join('-'));
}

const enterpriseSizes = new Set([...sizesOfMerged([4, 3, 3]), ...sizesOfMerged([1, 3, 3, 3])]);
const registerSizes = new Set(sizesOfMerged([2, 2, 2, 3, 2]));
const mobileSizes = '4-2-2-2';
const enterpriseCue =
  /(?:\bbe|tva|btw|vat|bce|kbo|cbe|entreprise|ondernemingsnummer|enterprise number|company number)[\s.:°n-]{0,5}$/i;

// One check in 97 is right by chance, so groups of an unusual size count only when whoever wrote them separated all alike.
function isWrittenAsOneNumber(window: DigitWindow, usualSizes: ReadonlySet<string>): boolean {
  return usualSizes.has(window.sizes) || new Set(window.gaps).size === 1;
}

function hasEnterpriseCue(text: string, start: number): boolean {
  return enterpriseCue.test(text.slice(Math.max(0, start - 24), start));
}

/**
 * Enterprise and VAT numbers with right check digits, in any usual grouping. With wrong check digits it is not of this kind; it is
 * then still a phone number if it reads as a Belgian mobile number (0470.123.456), and else ordinary text, such as a reference.
 */
export function findEnterpriseNumbers(text: string, runs: readonly DigitGroup[][]): Span[] {
  // Before 2005 the number had nine digits, and many still write it so behind BE or TVA.
  const old = runs
    .flatMap((run) => digitWindows(run, 9, (digits) => isEnterpriseNumber(`0${digits}`)))
    .filter((window) => hasEnterpriseCue(text, window.start));
  return runs
    .flatMap((run) => digitWindows(run, 10, isEnterpriseNumber))
    .filter(
      (window) =>
        hasEnterpriseCue(text, window.start) ||
        (window.sizes !== mobileSizes && isWrittenAsOneNumber(window, enterpriseSizes) && !isAmount(text, window.end)),
    )
    .concat(old)
    .map((window) => {
      const prefix = /\bBE[\s.-]{0,2}$/i.exec(text.slice(Math.max(0, window.start - 5), window.start));
      return { start: window.start - (prefix?.[0].length ?? 0), end: window.end };
    });
}

/** National register and BIS numbers with right check digits, in any usual grouping. */
export function findNationalRegisterNumbers(runs: readonly DigitGroup[][]): Span[] {
  return runs
    .flatMap((run) => digitWindows(run, 11, isNationalRegisterNumber))
    .filter((window) => isWrittenAsOneNumber(window, registerSizes))
    .map(({ start, end }) => ({ start, end }));
}
