import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { colours, gradeOf } from './colours.js';

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

const steps = [0, 0.01, 0.1, 0.3, 0.6, 1].map((share) => gradeOf(share, 1));

describe.each([
  ['light', ':root'],
  ['dark', ":root[data-mantine-color-scheme='dark']"],
])('in the %s scheme', (_, selector) => {
  const variables = variablesOf(selector);
  const valueOf = (colour: string) => variables.get(/--[\w-]+/.exec(colour)?.[0] ?? '') ?? [];

  it('text on every step from few to many reaches 4.5 to 1', () => {
    const [accent, ground] = [valueOf(colours.accent), valueOf(colours.ground)];
    const found = steps.map(({ opacity, text }) => {
      const mixed = accent.map((value, index) => value * opacity + (ground[index] ?? 0) * (1 - opacity));
      return contrast(valueOf(text), mixed);
    });
    expect(new Set(steps).size).toBe(6);
    expect(Math.min(...found)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['ground', ['ink', 'quiet', 'accent', 'rise', 'fall']],
    ['band', ['ink', 'quiet']],
  ] as const)('words on the %s reach 4.5 to 1', (under, over) => {
    const found = over.filter((name) => contrast(valueOf(colours[name]), valueOf(colours[under])) < 4.5);
    expect(found).toEqual([]);
  });
});
