import { describe, expect, it } from '@jest/globals';
import { windowsOf } from './filing.js';

const place = (partition: number, filed: bigint, next: bigint) => ({ topic: 't', partition, filed, next });

describe('what is filed at once', () => {
  it('is all of the parts that fit, and the beginning of the one that does not', () => {
    expect(windowsOf([place(0, 5n, 9n), place(1, 0n, 20n), place(2, 3n, 4n)], 10n)).toEqual([
      { ...place(0, 5n, 9n), whole: true },
      { ...place(1, 0n, 6n), whole: false },
    ]);
  });
});
