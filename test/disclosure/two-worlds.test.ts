import { describe, expect, it } from '@jest/globals';
import { firstHash, hashEpoch } from '#disclosure';
import { publish, type Publication } from './tally.js';
import { nameOf, worldOf } from './world.js';

const key = new Uint8Array(32).fill(3);
const closing = 3;

/** What is public when an epoch has closed: its cells and its hash. */
function chainOf(published: readonly Publication[]): { epochId: string; hash: string; bytes: string }[] {
  const epochs = [...new Set(published.map(({ epochId }) => epochId))];
  let previousHash = firstHash;
  return epochs.map((epochId, place) => {
    const cubes = published.filter((one) => one.epochId === epochId).map(({ cube, cells }) => ({ cube, cells }));
    previousHash = hashEpoch({ previousHash, number: place + 1, epochId, kind: 'week', week: epochId, cubes });
    return { epochId, hash: previousHash, bytes: JSON.stringify(cubes) };
  });
}

describe('two worlds that differ in one case', () => {
  const usual = [6, 35, 2, 5, 30, 4, 20, 8, 35, 6];
  const one = usual.map((count, epoch) => (epoch === closing ? count + 1 : count));
  const worlds = (seed: number) => [usual, one].map((cases) => worldOf({ seed, cases }));
  const seeds = [1, 2, 3, 4, 5, 6];

  it('differ by that case and by nothing else', () => {
    const [without = [], within = []] = worlds(1);
    const openings = (exact: readonly Publication[], epoch: number) =>
      exact
        .filter(({ cube, epochId }) => cube === 'opened' && epochId === nameOf(epoch))
        .flatMap(({ cells }) => cells)
        .reduce((sum, { count }) => sum + count, 0);
    expect(usual.map((_, epoch) => openings(within, epoch) - openings(without, epoch))).toEqual(
      usual.map((_, epoch) => (epoch === closing ? 1 : 0)),
    );
  });

  it.each(seeds)('publish the same bytes until the epoch of that case closes (seed %d)', (seed) => {
    const [without = [], within = []] = worlds(seed).map((exact) => chainOf(publish(exact, { key })));
    expect(within.slice(0, closing)).toEqual(without.slice(0, closing));
  });

  it('do not publish the same for ever', () => {
    const differ = seeds.filter((seed) => {
      const [without = [], within = []] = worlds(seed).map((exact) => chainOf(publish(exact, { key })));
      return within.at(-1)?.hash !== without.at(-1)?.hash;
    });
    expect(differ).toEqual(seeds);
  });
});
