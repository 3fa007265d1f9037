import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { colours, grades, scaleOf } from './colours.js';

const styles = readFileSync(new URL('../../../apps/web/src/app/styles.css', import.meta.url), 'utf8');

/** The variables of the page as red, green and blue, from the block that begins with the selector. */
function variablesOf(selector: string): Map<string, readonly number[]> {
  const begin = styles.indexOf(`${selector} {`);
  const block = styles.slice(begin, styles.indexOf('}', begin));
  return new Map(
    [...block.matchAll(/(--[\w-]+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)),
    ]),
  );
}

function luminanceOf(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminanceOf(a), luminanceOf(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

/** How different two colours look: the distance in CIE L*a*b*, of which 2.3 is just noticeable. */
function differenceOf(a: readonly number[], b: readonly number[]): number {
  const [one, other] = [labOf(a), labOf(b)];
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

function labOf(colour: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = colour.map((value) =>
    value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
  );
  const [x, y, z] = [
    (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
    0.2126 * r + 0.7152 * g + 0.0722 * b,
    (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0888,
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * (y ?? 0) - 16, 500 * ((x ?? 0) - (y ?? 0)), 200 * ((y ?? 0) - (z ?? 0))];
}

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-mantine-color-scheme='dark']"],
])('in the %s scheme', (_, selector) => {
  const variables = variablesOf(selector);
  const valueOf = (colour: string) => variables.get(/--[\w-]+/.exec(colour)?.[0] ?? '') ?? [];

  const mixed = (opacity: number) =>
    valueOf(colours.accent).map(
      (value, index) => value * opacity + (valueOf(colours.ground)[index] ?? 0) * (1 - opacity),
    );

  it('text on every step from none to many reaches 4.5 to 1', () => {
    expect(grades.filter(({ opacity, text }) => contrast(valueOf(text), mixed(opacity)) < 4.5)).toEqual([]);
    expect(grades).toHaveLength(6);
  });

  it('neighbouring steps can be told apart', () => {
    const differences = grades
      .slice(1)
      .map(({ opacity }, place) => differenceOf(mixed(opacity), mixed(grades[place]?.opacity ?? 0)));
    expect(Math.min(...differences)).toBeGreaterThan(9);
  });

  it.each([
    ['ground', ['ink', 'quiet', 'accent', 'rise', 'fall']],
    ['band', ['ink', 'quiet']],
  ] as const)('words on the %s reach 4.5 to 1', (under, over) => {
    const found = over.filter((name) => contrast(valueOf(colours[name]), valueOf(colours[under])) < 4.5);
    expect(found).toEqual([]);
  });
});

describe('the colours of counts', () => {
  it.each([[[0, 5, 10]], [[0, 5, 10, 60]], [[5, 10, 15, 20, 25, 30, 200]]])(
    'differ between 5 and 10 among %j',
    (counts) => {
      const { gradeOf } = scaleOf(counts);
      expect(gradeOf(5)).not.toBe(gradeOf(10));
      expect(gradeOf(0)).toBe(grades[0]);
      expect(gradeOf(Math.max(...counts))).toBe(grades.at(-1));
    },
  );

  it('are one for each count as long as there are colours for them, however near the counts are', () => {
    const counts = [100, 105, 110, 115, 120];
    expect(new Set(counts.map((count) => scaleOf(counts).gradeOf(count))).size).toBe(5);
  });

  it('are all explained, each count by the colour that it has', () => {
    const counts = [0, 5, 10, 15, 20, 45, 60, 120];
    const { gradeOf, legend } = scaleOf(counts);
    for (const count of counts.filter((one) => one > 0)) {
      const told = legend.filter(({ from, to }) => count >= from && count <= to);
      expect(told.map(({ grade }) => grade)).toEqual([gradeOf(count)]);
    }
    expect(scaleOf([0, 0]).legend).toEqual([]);
  });
});
