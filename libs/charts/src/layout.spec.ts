import { layoutOf } from './flow-layout.js';
import { describe, expect, it } from '@jest/globals';
import { spread } from './layout.js';
import { wrap } from './text.js';

describe('places along a line', () => {
  it('are those wanted where there is room', () => {
    expect(spread([50, 10, 90], 20, 0, 100)).toEqual([50, 10, 90]);
  });

  it('move apart around their middle where they are too close', () => {
    expect(spread([50, 50, 50, 10], 10, 0, 100)).toEqual([40, 50, 60, 10]);
  });

  it('stay within the ends, closer together when there is no other way', () => {
    expect(spread([98, 99, 0], 10, 0, 100)).toEqual([90, 100, 0]);
    expect(spread([5, 5, 5], 80, 0, 100)).toEqual([0, 50, 100]);
    expect(spread([], 10, 0, 100)).toEqual([]);
  });
});

describe('the name of a municipality on a narrow tile', () => {
  it.each([
    ['Schaarbeek', ['Schaar-', 'beek']],
    ['Koekelberg', ['Koekel-', 'berg']],
    ['Anderlecht', ['Ander-', 'lecht']],
    ['Auderghem', ['Auder-', 'ghem']],
    ['St-Lambrechts-Woluwe', ['St-Lam-', 'brechts-', 'Woluwe']],
    ['Watermaal-Bosvoorde', ['Water-', 'maal-', 'Bos-', 'voorde']],
    ['Evere', ['Evere']],
  ])('%s breaks between its syllables', (name, lines) => {
    expect(wrap(name, 49, 11, 4)).toEqual(lines);
  });

  it('is cut when there are not lines enough', () => {
    expect(wrap('Watermaal-Bosvoorde', 49, 11, 2)).toEqual(['Water-', 'maal-B…']);
  });
});

describe('flows', () => {
  it('say of each node how many arrive, whatever becomes of others there; of the first how many leave', () => {
    const sent = [
      { from: 'a', to: 'x', count: 5 },
      { from: 'b', to: 'x', count: 2 },
      { from: 'a', to: 'y', count: 3 },
    ];
    // Answers may be to earlier requests.
    const answered = [
      { from: 'x', to: 'yes', count: 9 },
      { from: 'z', to: 'no', count: 1 },
    ];
    const { columns } = layoutOf([sent, answered], { top: 0, bottom: 400, line: 16 });
    const told = columns.map((nodes) => Object.fromEntries(nodes.map(({ key, count }) => [key, count])));
    expect(told).toEqual([
      { a: 8, b: 2 },
      { x: 7, y: 3, z: 0 },
      { yes: 9, no: 1 },
    ]);
  });
});
