import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fetchAhead, parts } from './fetch-ahead.js';

/** A browser that says whether its person saves data, or says nothing of it. */
function browserThat(connection: { saveData: boolean } | undefined): void {
  Object.defineProperty(globalThis, 'navigator', { value: { connection }, configurable: true });
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
  parts.clear();
  Reflect.deleteProperty(globalThis, 'navigator');
});

const fetched = () => jest.fn(async () => undefined);

describe('what may be needed without a connection', () => {
  it.each([[undefined], [{ saveData: false }]])(
    'is fetched once the page is there, pages before parts (%j)',
    async (connection) => {
      browserThat(connection);
      const order: string[] = [];
      parts.add(async () => void order.push('part'));
      fetchAhead([async () => void order.push('page')]);
      expect(order).toEqual([]);
      await jest.advanceTimersByTimeAsync(3_000);
      expect(order).toEqual(['page', 'part']);
    },
  );

  it('is not fetched for who saves data', async () => {
    browserThat({ saveData: true });
    const page = fetched();
    fetchAhead([page]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(page).not.toHaveBeenCalled();
  });

  it('is fetched no more once nobody wants it', async () => {
    browserThat(undefined);
    const page = fetched();
    fetchAhead([page])();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(page).not.toHaveBeenCalled();
  });
});
