/** How a file writes numbers: `point` 1,234.5 and `comma` 1.234,5; spaces and apostrophes may group digits in both. */
export type Notation = 'point' | 'comma';

/** A number as it is written, exactly: `digits` times ten to the power of minus `scale`. */
export type Decimal = { readonly digits: bigint; readonly scale: number };

const notations: readonly Notation[] = ['point', 'comma'];

const spaces = '[ \\u00a0\\u2009\\u202f]';
const spelling = (mark: string, group: string) =>
  new RegExp(
    `^(?<sign>[+\\-\\u2212]?)(?<whole>\\d+|[1-9]\\d{0,2}(?:(?:${group}\\d{3})+|(?:${spaces}\\d{3})+|(?:['\\u2019]\\d{3})+))(?:${mark}(?<part>\\d+))?(?:[eE](?<power>[+-]?\\d{1,3}))?$`,
  );
const spellings: Readonly<Record<Notation, RegExp>> = { point: spelling('\\.', ','), comma: spelling(',', '\\.') };

/** The number that a text is in a notation; undefined when it is none. */
export function decimalOf(text: string, notation: Notation): Decimal | undefined {
  const groups = spellings[notation].exec(text)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { sign = '', whole = '', part = '', power = '0' } = groups;
  const isGrouped = /\D/.test(whole);
  if (isGrouped && groups['power'] !== undefined) {
    return undefined;
  }
  const digits = BigInt(whole.replaceAll(/\D/g, '') + part) * (sign === '-' || sign === '\u2212' ? -1n : 1n);
  const scale = part.length - Number(power);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

/** The notations in which every text is a number, and how many of the texts are one in the notation that reads most. */
export function notationsOf(texts: Iterable<string>): { readonly all: readonly Notation[]; readonly best: Notation } {
  const read: Record<Notation, number> = { point: 0, comma: 0 };
  let count = 0;
  for (const text of texts) {
    count++;
    for (const one of notations) {
      read[one] += decimalOf(text, one) === undefined ? 0 : 1;
    }
  }
  return { all: notations.filter((one) => read[one] === count), best: read.comma > read.point ? 'comma' : 'point' };
}

/** True when a text is another number in each notation: `1.234`, and not `12.5` or `1.234,5`. */
export function isAmbiguous(text: string): boolean {
  const [point, comma] = notations.map((one) => decimalOf(text, one));
  return point !== undefined && comma !== undefined && !isSame(point, comma);
}

function isSame(one: Decimal, other: Decimal): boolean {
  const scale = Math.max(one.scale, other.scale);
  return scaled(one, scale) === scaled(other, scale);
}

const scaled = ({ digits, scale }: Decimal, to: number) => digits * 10n ** BigInt(to - scale);

/** The exact sum of numbers. */
export function sumOf(all: readonly Decimal[]): Decimal {
  const scale = all.reduce((most, one) => Math.max(most, one.scale), 0);
  return { digits: all.reduce((sum, one) => sum + scaled(one, scale), 0n), scale };
}

/** Significant digits beyond which no number is looked at: nothing that is stored has as many. */
const mostDigits = 100;

/**
 * The number that is stored of a decimal; undefined when it would be another one. What is stored, written with as many digits as the
 * file has, must give the digits of the file.
 */
export function storedOf({ digits, scale }: Decimal): number | undefined {
  const number = Number(`${digits}e${-scale}`);
  const significant = String(digits < 0n ? -digits : digits).replace(/0+$/, '');
  if (!Number.isFinite(number) || significant.length > mostDigits) {
    return undefined;
  }
  if (significant === '') {
    return 0;
  }
  const [kept = ''] = Math.abs(number)
    .toPrecision(Math.max(1, significant.length))
    .replace('.', '')
    .replace(/^0+/, '')
    .split('e');
  return kept.replace(/0+$/, '') === significant && number !== 0 ? number : undefined;
}
