import TestSequencer from '@jest/test-sequencer';

/** Files that hold the suites of a whole folder: by far the longest, and short to look at, which is what jest goes by. */
const LONGEST = ['test/chaos/faults.test.ts', 'test/e2e/browser.test.ts', 'test/integration/api.test.ts'];

/** The longest files first, so that none is still at work when all others are done. */
export default class TestOrder extends TestSequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const rankOf = (/** @type {import('@jest/test-result').Test} */ test) => {
      const rank = LONGEST.findIndex((file) => test.path.endsWith(`/${file}`));
      return rank < 0 ? LONGEST.length : rank;
    };
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
