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
