import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Decimal, decimalOf, isAmbiguous, type Notation, notationsOf, storedOf, sumOf } from './numbers.js';

const marks: Readonly<Record<Notation, readonly [mark: string, group: string]>> = {
  point: ['.', ','],
  comma: [',', '.'],
};

/** A number as somebody writes it. */
function written({ digits, scale }: Decimal, notation: Notation, grouped: boolean): string {
  const [mark, group] = marks[notation];
  const all = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = all.slice(0, all.length - scale);
  const shown = grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return `${digits < 0n ? '-' : ''}${shown}${scale > 0 ? mark + all.slice(-scale) : ''}`;
}

const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), scale: fc.nat(5) });
const styles = fc.record({ notation: fc.constantFrom<Notation>('point', 'comma'), grouped: fc.boolean() });

describe('a number', () => {
  it('is what was written, in the notation of who wrote it', () => {
    fc.assert(
      fc.property(decimals, styles, (decimal, { notation, grouped }) => {
        const text = written(decimal, notation, grouped);
        expect(decimalOf(text, notation)).toEqual(decimal);
        expect(storedOf(decimal)).toBe(Number(`${decimal.digits}e-${decimal.scale}`));
      }),
    );
  });

  it('is never another one without a question: where one notation reads a file, or both read the same, it is what was written', () => {
    fc.assert(
      fc.property(fc.array(decimals, { minLength: 1, maxLength: 6 }), styles, (all, { notation, grouped }) => {
        const texts = all.map((one) => written(one, notation, grouped));
        const { all: able } = notationsOf(texts);
        expect(able).toContain(notation);
        const isAsked = able.length > 1 && texts.some(isAmbiguous);
        const taken = isAsked ? notation : (able[0] ?? notation);
        const valueOf = ({ digits, scale }: Decimal) => storedOf({ digits, scale });
        expect(texts.map((text) => valueOf(decimalOf(text, taken) ?? { digits: -1n, scale: 0 }))).toEqual(
          all.map(valueOf),
        );
      }),
    );
  });

  it('that is stored has all digits of the file, or is none', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }), fc.nat(30), (digits, scale) => {
        const stored = storedOf({ digits, scale });
        if (stored !== undefined && digits !== 0n) {
          const length = String(digits).replace(/0+$/, '').length;
          expect(Number(`${digits}e-${scale}`)).toBe(stored);
          expect(stored.toExponential(length - 1).replaceAll(/[.]|e.*$/g, '')).toBe(String(digits).replace(/0+$/, ''));
        }
      }),
    );
  });

  it('of more digits than anybody counts is none, and nothing breaks by it', () => {
    const long = (count: number) => storedOf({ digits: 10n ** BigInt(count) - 1n, scale: count });
    expect([long(100), long(101), long(5_000)]).toStrictEqual([undefined, undefined, undefined]);
    expect(storedOf({ digits: 25n * 10n ** 200n, scale: 202 })).toBe(0.25);
  });

  it('adds up exactly', () => {
    const sum = (...texts: readonly string[]) => storedOf(sumOf(texts.flatMap((one) => decimalOf(one, 'point') ?? [])));
    expect([sum('0.1', '0.2'), sum('1e3', '-0.5'), sum()]).toEqual([0.3, 999.5, 0]);
  });

  it.each(['', '1,2,3', '1.23.456', '12.34,5.6', '1 23', '1,234.5e5', '1.', '.5', 'NaN', '1\n234', '0x1f'])(
    'is not %o in either notation',
    (text) => {
      expect([decimalOf(text, 'point'), decimalOf(text, 'comma')].filter((one) => one !== undefined)).toEqual([]);
    },
  );
});
