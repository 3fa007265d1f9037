import { describe, expect, it } from '@jest/globals';
import { createLogger } from './logger.js';
import { Patience } from './patience.js';

const patience = () => new Patience(createLogger('test', { write: () => undefined }));
const away = async () => {
  throw new Error('away');
};

describe('patience', () => {
  it('tells what waits until it works', async () => {
    const one = patience();
    const told: (string | undefined)[] = [];
    let tries = 0;
    const work = async () => ((tries += 1) < 3 ? away() : 'done');
    await expect(one.persist('a/0', work, async () => void told.push(one.trouble()))).resolves.toBe('done');
    expect([told, one.trouble()]).toEqual([['a/0 waits: away', 'a/0 waits: away'], undefined]);
  });

  it('tells nothing any more of what was given up', async () => {
    const one = patience();
    const lost = async () => {
      throw new Error('the partition is another’s now');
    };
    await expect(one.persist('a/0', away, lost)).rejects.toThrow('another’s');
    expect(one.trouble()).toBeUndefined();
  });
});
