import { describe, expect, it } from '@jest/globals';
import { keyOf, type Cell } from '#disclosure';
import { narrowCells, type Narrow } from './attack.js';
import { knowledgeOf, type Belief } from './knowledge.js';
import { agrees } from './model.js';
import { naiveTable } from './naive.js';
import { rangesOf } from './ranges.js';
import { publish, type Publication } from './tally.js';
import { worldOf, type Plan } from './world.js';

const key = new Uint8Array(32).fill(9);

type World = Plan & { readonly name: string; readonly belief: Belief };

const worlds: readonly World[] = [
  { name: 'usual and nearly empty weeks', seed: 1, cases: [35, 40, 2, 1, 30], belief: 'additions' },
  { name: 'a platform that just begins', seed: 6, cases: [1, 1, 2, 3, 1], belief: 'additions' },
  { name: 'ten times as many cases', seed: 2, cases: [350, 350], belief: 'additions' },
  { name: 'facts that are put right', seed: 2, cases: [20, 1], corrected: 0.2, belief: 'corrections' },
];

/** Every world as it is and as it is published, made once. */
const lived = worlds.map(({ name, belief, ...plan }) => {
  const exact = worldOf(plan);
  return { name, belief, exact, published: publish(exact, { key }) };
});

const truthOf = (exact: readonly Publication[]) => {
  const counts = new Map(
    exact.flatMap(({ cube, epochId, cells }) =>
      cells.map(({ codes, count }) => [`${epochId}/${cube}/${keyOf(codes)}`, count] as const),
    ),
  );
  return ({ cube, epochId, codes }: Omit<Narrow, 'low' | 'high'>) =>
    counts.get(`${epochId}/${cube}/${keyOf(codes)}`) ?? 0;
};

describe('an attack on all published cubes together', () => {
  it.each(lived)('supposes nothing that is not so: $name', ({ belief, exact, published }) => {
    const { model, targets } = knowledgeOf(published, belief, 5);
    expect(agrees(model, targets.map(truthOf(exact)))).toBe(true);
  });

  it.each(lived)('pins down no count of one to four: $name', async ({ belief, exact, published }) => {
    const truth = truthOf(exact);
    const narrow = await narrowCells(published, { belief });
    expect(narrow.filter((cell) => truth(cell) >= 1 && truth(cell) <= 4)).toEqual([]);
  });

  // Six cases whose main difficulty is a conflict, of two kinds with three each: rounded up there, down here.
  it('finds what two cubes give away by contradicting each other', async () => {
    const cells = [{ codes: ['relations', 'services', 'west', 'small'], count: 10 }];
    const narrow = await narrowCells([
      { cube: 'opened', epochId: '2026-W01', cells },
      { cube: 'mentions', epochId: '2026-W01', cells: [] },
    ]);
    const found = (cube: string, ...codes: string[]) => ({ cube, epochId: '2026-W01', codes });
    expect(narrow).toEqual([
      { ...found('opened', 'relations', 'services', 'west', 'small'), low: 6, high: 8 },
      { ...found('opened', 'relations', 'services', 'west', 'larger'), low: 0, high: 2 },
      { ...found('opened', 'relations', 'services', 'west', 'unknown'), low: 0, high: 2 },
      { ...found('mentions', 'partner-conflict', 'services', 'west'), low: 2, high: 4 },
      { ...found('mentions', 'contract-dispute', 'services', 'west'), low: 2, high: 4 },
    ]);
  });

  it('refuses publications that cannot all be true', async () => {
    const cells = [{ codes: ['mediator', 'first'], count: 500 }];
    const publications = [
      { cube: 'hops', epochId: '2026-W01', cells },
      { cube: 'sent', epochId: '2026-W01', cells: [] },
    ];
    await expect(narrowCells(publications)).rejects.toThrow('contradicts itself');
  });
});

describe('the same attack on the naive scheme', () => {
  it('recovers nearly all that it hides', async () => {
    let [hidden, recovered] = [0, 0];
    for (const weeks of [1, 4, 13, 26]) {
      const table = naiveTable(
        'opened',
        sumOf(worldOf({ seed: weeks, cases: Array.from({ length: weeks }, () => 35) })),
      );
      const ranges = await rangesOf(table.model, table.hidden, 1);
      hidden += table.hidden.length;
      recovered += table.hidden.filter((column) => {
        const { low, high } = ranges.get(column) ?? {};
        return low === high && low === table.truth[column];
      }).length;
    }
    expect(hidden).toBeGreaterThan(100);
    expect(recovered / hidden).toBeGreaterThanOrEqual(0.95);
  });
});

/** All epochs of the cube of opened cases as one. */
function sumOf(exact: readonly Publication[]): Cell[] {
  const sums = new Map<string, Cell>();
  for (const { codes, count } of exact.filter(({ cube }) => cube === 'opened').flatMap(({ cells }) => cells)) {
    sums.set(keyOf(codes), { codes, count: count + (sums.get(keyOf(codes))?.count ?? 0) });
  }
  return [...sums.values()];
}
