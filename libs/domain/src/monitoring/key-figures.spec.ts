import { describe, expect, it } from '@jest/globals';
import { keyFiguresOf, type KeyCounts } from './key-figures.js';

const bands = (...counts: number[]) =>
  ([2, 4, 8, 16, 24, null] as const).map((upTo, place) => ({ upTo, count: counts[place] ?? 0 }));
const same = <Value>(value: Value) => ({ before: value, after: value });
const steady: KeyCounts = {
  opened: same(200),
  closed: same(150),
  unmet: same(20),
  accepted: same({ count: 60, of: 100 }),
  wait: same(bands(10, 20, 30, 20, 10, 5)),
};
const fixed = (count: number) => ({ opened: count, closed: count, accepted: count, wait: count, unmet: count });
const all = (one: boolean) => ({ opened: one, closed: one, accepted: one, wait: one, unmet: one });
const judging = { base: 1, weeks: 13, dimensions: fixed(1), isComparable: all(true) };
const told = (part: Partial<KeyCounts> = {}, how: Partial<typeof judging> = {}) =>
  Object.fromEntries(
    keyFiguresOf({ ...steady, ...part }, { ...judging, ...how }).map(({ id, before, after, verdict }) => [
      id,
      [before, after, verdict],
    ]),
  );

describe('the five figures of the first screen', () => {
  it('say what was and what is, and that nothing changed when nothing did', () => {
    expect(told()).toEqual({
      opened: [200, 200, 'none'],
      closed: [150, 150, 'none'],
      accepted: [0.6, 0.6, 'none'],
      wait: [6, 6, 'none'],
      unmet: [20, 20, 'none'],
    });
  });

  it('say which way each moved', () => {
    expect(
      told({
        opened: { before: 120, after: 240 },
        unmet: { before: 60, after: 10 },
        accepted: { before: { count: 80, of: 100 }, after: { count: 40, of: 100 } },
        wait: { before: bands(60, 30, 5), after: bands(5, 5, 10, 60, 20) },
      }),
    ).toMatchObject({
      opened: [120, 240, 'rise'],
      closed: [150, 150, 'none'],
      accepted: [0.8, 0.4, 'fall'],
      wait: [2, 12, 'rise'],
      unmet: [60, 10, 'fall'],
    });
  });

  it('claim less of rounded figures, and of those that a filter made less exact', () => {
    const opened = { before: 150, after: 190 };
    const chance = (how: Partial<typeof judging>) =>
      keyFiguresOf({ ...steady, opened }, { ...judging, ...how }).find(({ id }) => id === 'opened')?.chance ?? 0;
    expect(chance({ base: 5 })).toBeGreaterThan(chance({}));
    expect(chance({ base: 5, dimensions: fixed(2) })).toBeGreaterThan(chance({ base: 5 }));
    expect(chance({ base: 5, dimensions: { ...fixed(2), opened: 1 } })).toBe(chance({ base: 5 }));
  });

  it('are judged together: what one alone would show does not stand among five', () => {
    // 0.02 < p < 0.05: more than the fifth part of 0.05.
    const opened = { before: 180, after: 225 };
    const one = keyFiguresOf({ ...steady, opened }, judging).find(({ id }) => id === 'opened');
    expect(one?.chance).toBeLessThan(0.05);
    expect(one?.verdict).toBe('none');
  });

  it('compare nothing where figures do not reach back', () => {
    const young = told({ opened: { before: 0, after: 400 } }, { isComparable: all(false) });
    expect(young['opened']).toEqual([null, 400, 'none']);
    expect(young['accepted']).toEqual([null, 0.6, 'none']);
    expect(young['wait']).toEqual([null, 6, 'none']);
  });

  it('compare nothing that was counted by two rules, which makes the others no harder to believe', () => {
    const closed = { before: 550, after: 875 };
    const opened = { before: 180, after: 223 };
    expect(told({ closed, opened })).toMatchObject({ closed: [550, 875, 'rise'], opened: [180, 223, 'none'] });
    const apart = told({ closed, opened }, { isComparable: { ...all(false), opened: true } });
    expect(apart).toMatchObject({ closed: [null, 875, 'none'], opened: [180, 223, 'rise'] });
  });

  it('tell no share of fewer than twenty, no wait of fewer than ten, and no change of a wait that is told alike', () => {
    const few = told({ accepted: same({ count: 3, of: 19 }), wait: same(bands(9)) });
    expect([few['accepted'], few['wait']]).toEqual([
      [null, null, 'none'],
      [null, null, 'none'],
    ]);
    const alike = told({ wait: { before: bands(0, 0, 500), after: bands(190, 0, 500, 190) } });
    expect(alike['wait']).toEqual([6, 6, 'none']);
  });

  it('judge a wait by the band that parts the waits of both periods most evenly, so that it is as sure backwards', () => {
    // Within 4 hours: 42 of 60, then 19 of 60; 61 of all 120. The later waits alone part better within 8 hours (39 of 60).
    const [one, other] = [bands(30, 12, 8, 6, 4), bands(10, 9, 20, 13, 8)];
    const chance = (wait: KeyCounts['wait']) =>
      keyFiguresOf({ ...steady, wait }, judging).find(({ id }) => id === 'wait')?.chance;
    expect(chance({ before: one, after: other })).toBeCloseTo(0.0000267, 6);
    expect(chance({ before: other, after: one })).toBe(chance({ before: one, after: other }));
  });
});
