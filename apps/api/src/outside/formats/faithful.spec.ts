import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readStatistics } from './index.js';

type Written = { readonly hundredths: number; readonly place: string; readonly month: number };

const places = ['21001', '21009', '21004'];
const rows = fc.array(
  fc.record({
    hundredths: fc.integer({ min: -9_999_999, max: 99_999_999 }),
    place: fc.constantFrom(...places),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  { minLength: 1, maxLength: 12 },
);
const styles = fc.record({
  mark: fc.constantFrom('.', ','),
  grouped: fc.boolean(),
  decimals: fc.constantFrom(0, 2),
  delimiter: fc.constantFrom(';', '\t', '|'),
});
type Style = typeof styles extends fc.Arbitrary<infer One> ? One : never;

/** A value as its author writes it, and the same in hundredths. */
function valueIn({ hundredths }: Written, { mark, grouped, decimals }: Style): readonly [text: string, exact: number] {
  const whole = Math.trunc(Math.abs(hundredths) / 100);
  const shown = grouped ? String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, mark === '.' ? ',' : '.') : String(whole);
  const part = decimals === 0 ? 0 : Math.abs(hundredths) % 100;
  const sign = hundredths < 0 ? -1 : 1;
  const text = `${sign < 0 ? '-' : ''}${shown}${decimals === 0 ? '' : mark + String(part).padStart(2, '0')}`;
  return [text, sign * (whole * 100 + part)];
}

describe('no accepted file changes a number', () => {
  it('whoever wrote it in whichever way: what is stored is the sum of what the rows say, or it is asked or refused', () => {
    fc.assert(
      fc.property(rows, styles, (all, style) => {
        const told = all.map((one) => ({ ...one, value: valueIn(one, style) }));
        const lines = told.map(({ value, month, place }) =>
          [place, `2024-${String(month).padStart(2, '0')}`, value[0]].join(style.delimiter),
        );
        const file = Buffer.from([['nis', 'mois', 'nombre'].join(style.delimiter), ...lines].join('\n'));
        const answers = ['value:nombre', 'place:nis', 'period:mois', 'sum:add', 'zero:unknown'];
        const expected = new Map<string, number>();
        told.forEach(({ month, place, value }) => {
          const key = `2024-${String(month).padStart(2, '0')} ${place}`;
          expected.set(key, (expected.get(key) ?? 0) + value[1]);
        });
        const first = readStatistics(file, [], answers);
        const isOpen = first.questions.some(({ answer }) => answer === null);
        const reading = isOpen
          ? readStatistics(file, [], [...answers, `numbers:${style.mark === '.' ? 'point' : 'comma'}`])
          : first;
        expect(reading.faults).toEqual([]);
        const stored = reading.points.map(({ period, municipality, value }): [string, number] => [
          `${period} ${municipality}`,
          Math.round((value ?? Number.NaN) * 100),
        ]);
        expect(new Map(stored)).toEqual(expected);
        // To the last digit: what is stored, written out, is what adding up by hand gives.
        reading.points.forEach(({ period, municipality, value }) =>
          expect(value).toBe((expected.get(`${period} ${municipality}`) ?? Number.NaN) / 100),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('whatever digits it has: a number in a file is what is stored, or it is refused', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?(?:0|[1-9]\d{0,24})(?:\.\d{1,20})?$/), (text) => {
        const { points, faults, questions } = readStatistics(
          Buffer.from(`period;value\n2024;${text}\n`),
          [],
          ['numbers:point'],
        );
        const [point] = points;
        const open = questions.filter(({ answer }) => answer === null);
        expect(points.length + faults.length).toBeGreaterThan(0);
        if (point !== undefined && open.length === 0) {
          const digits = text.replace(/^-/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '');
          const kept = Math.abs(point.value ?? Number.NaN)
            .toExponential(Math.max(0, digits.length - 1))
            .replace(/e.*$/, '')
            .replace('.', '')
            .replace(/^0+/, '')
            .replace(/0+$/, '');
          expect(kept).toBe(digits);
        }
      }),
      { numRuns: 200 },
    );
  });
});
