import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../../kernel/codes/code-list.js';
import { cubeNames, dimensions, dimensionsOf, type CubeName } from './monitoring.js';

const mostCells = 500;

/** Beyond the 500 at which new cubes are to stop, and attacked with all these cells (docs/disclosure.md); it may not grow further. */
const attackedAt: Partial<Record<CubeName, number>> = { mentions: 544 };

const remedy =
  'Group the codes that grew into a coarser dimension or split the cube; or run the attacks of docs/disclosure.md over all cubes ' +
  'together, and only while they hold write the new size here and there.';

describe('the size of published cubes', () => {
  it.each(cubeNames.map((cube) => ({ cube })))('keeps $cube as small as it was attacked', ({ cube }) => {
    const cells = dimensionsOf(cube).reduce((product, dimension) => product * codesOf(dimensions[dimension]).length, 1);
    const most = attackedAt[cube] ?? mostCells;
    expect(cells > most ? `${cube} has ${cells} cells instead of at most ${most}. ${remedy}` : '').toBe('');
  });
});
