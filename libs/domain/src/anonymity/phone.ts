import { digitWindows, isAmount } from './digit-runs.js';
import type { DigitGroup, DigitWindow } from './digit-runs.js';
import type { Span } from './finding.js';

const belgianMobile = /^04[5-9]\d{7}$/;
const belgianFixed = /^0(?:[239][2-9]|4[23]|1[0-69]|5\d|6\d|7\d|8\d)\d{6}$/;
const frenchPairs = /^0[1-9]\d{8}$/;
const mobileOfNeighbours = /^0[67]\d{8}$/;
const british = /^0[127]\d{9}$/;
const phoneCue =
  /(?:\bt[ée]l(?:[ée]phone|efoon(?:nummer)?)?|\bgsm(?:-nummer)?|\bphone|\bmobile|\bmobiel|whatsapp|\bfax|\bcell)\.?(?:\s(?:est|is|nr|nummer|num[ée]ro|number|au|op|on))?(?:\s(?:le|het|the))?[\s.:(°]{0,4}$/i;

const startsNational = (digits: string): boolean => digits.startsWith('0');

function isNational(window: DigitWindow): boolean {
  switch (window.digits.length) {
    case 9:
      return belgianFixed.test(window.digits);
    case 10:
      return (
        belgianMobile.test(window.digits) ||
        (window.sizes === '2-2-2-2-2' && frenchPairs.test(window.digits)) ||
        (['2-8', '10', '2-4-4'].includes(window.sizes) && mobileOfNeighbours.test(window.digits)) ||
        (window.sizes === '3-7' && frenchPairs.test(window.digits))
      );
    default:
      return ['5-6', '5-3-3', '3-4-4', '4-3-4'].includes(window.sizes) && british.test(window.digits);
  }
}

// Reads whole groups from one on: at least `least` digits, no more than `most`.
function readGroups(run: readonly DigitGroup[], first: number, least: number, most: number): Span | undefined {
  let total = 0;
  let end = 0;
  const start = run[first]?.start ?? 0;
  for (const group of run.slice(first, first + most)) {
    if (total + group.digits.length > most) {
      break;
    }
    total += group.digits.length;
    end = group.end;
  }
  return total >= least ? { start, end } : undefined;
}

function findFromPrefix(text: string, run: readonly DigitGroup[], first: number): Span | undefined {
  const group = run[first];
  if (group === undefined) {
    return undefined;
  }
  const plus = /\+\s?\(?$/.exec(text.slice(Math.max(0, group.start - 3), group.start));
  if (plus !== null && /^[1-9]/.test(group.digits)) {
    const belgian = group.digits.startsWith('32');
    const trunk = belgian && /^32[\s)]{0,2}\(?0/.test(text.slice(group.start, group.start + 6)) ? 1 : 0;
    const span = readGroups(run, first, 8, belgian ? 11 + trunk : 15);
    return span && { start: span.start - plus[0].length, end: span.end };
  }
  if (/^00[1-9]/.test(group.digits) || (group.digits === '00' && /^[1-9]/.test(run[first + 1]?.digits ?? ''))) {
    return readGroups(run, first, 11, 17);
  }
  return phoneCue.test(text.slice(Math.max(0, group.start - 48), group.start))
    ? readGroups(run, first, 6, 15)
    : undefined;
}

/** Telephone numbers: Belgian ones in any grouping, the usual writings of the neighbours, any country's with + or 00, and any six or more digits after a word for telephone. */
export function findPhones(text: string, runs: readonly DigitGroup[][]): Span[] {
  return runs
    .flatMap((run): Span[] => [
      ...run.flatMap((_, first) => findFromPrefix(text, run, first) ?? []),
      ...[9, 10, 11].flatMap((length) => digitWindows(run, length, startsNational)).filter(isNational),
    ])
    .filter((span) => !isAmount(text, span.end))
    .map(({ start, end }) => ({ start, end }));
}
