import { describe, expect, it } from '@jest/globals';
import { randomFrom } from '../../../../scripts/demo/random.js';
import { scattered } from '#test/measured';
import { Freezer, groupBy, type Draft } from './freezer.js';

const key = Buffer.alloc(32, 'relais');
const start = { number: 0, hash: null, closings: 0 };

function draftOf(week: string, seed: number): Draft {
  const cells = scattered('opened', week, 150, randomFrom(seed));
  const counted = [...groupBy(cells, ({ codes }) => codes.join('|')).values()].flatMap((same) =>
    same.slice(0, 1).map(({ cube, codes }) => ({ cube, codes, count: same.length })),
  );
  return { epochId: week, kind: 'week', week, cells: counted };
}

describe('freezing one epoch after the other', () => {
  it('continues sums and chain as if what was stored had been read again', () => {
    const freezer = new Freezer(key, [], start);
    const drafts = [1, 2, 3].map((seed) => draftOf(`2026-W4${seed}`, seed));
    const frozen = drafts.map((draft) => freezer.freeze(draft));
    const [last] = frozen.slice(-1);
    const totals = groupBy(
      [
        ...drafts.slice(0, -1).flatMap(({ cells }) => cells.map((one) => ({ ...one, exact: one.count, published: 0 }))),
        ...frozen.slice(0, -1).flatMap(({ cells }) => cells.map((one) => ({ ...one, exact: 0, published: one.count }))),
      ],
      ({ codes }) => codes.join('|'),
    );
    const earlier = [...totals.values()].flatMap((same) =>
      same.slice(0, 1).map(({ cube, codes }) => ({
        cube,
        codes,
        exact: same.reduce((sum, one) => sum + one.exact, 0),
        published: same.reduce((sum, one) => sum + one.published, 0),
      })),
    );
    const end = { number: 2, hash: frozen[1]?.hash ?? null, closings: 2 };
    const draft = drafts.at(-1) ?? draftOf('2026-W43', 3);
    expect(new Freezer(key, earlier, end).freeze(draft)).toEqual(last);
    // What was published before matters for what is published now, or the comparison would prove little.
    expect(new Freezer(key, [], end).freeze(draft).cells).not.toEqual(last?.cells);
  });
});
