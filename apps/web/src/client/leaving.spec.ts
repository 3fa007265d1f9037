import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

const device = new Map<string, string>();
const stored = {
  getItem: (name: string) => device.get(name) ?? null,
  setItem: (name: string, value: string) => void device.set(name, value),
  removeItem: (name: string) => void device.delete(name),
};
const { fetch: fetchOfNode } = globalThis;
const page = new EventTarget();
Object.defineProperty(globalThis, 'localStorage', { value: stored, configurable: true });
Object.assign(globalThis, { addEventListener: page.addEventListener.bind(page) });

const { leaving } = await import('./leaving.js');

const asked = jest.fn<typeof fetch>();

beforeEach(() => {
  device.clear();
  asked.mockReset();
  globalThis.fetch = asked;
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});

afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = fetchOfNode;
});

describe('a session that ended on this device', () => {
  it('is told to the server once, and is nothing more then', async () => {
    asked.mockResolvedValue(new Response(null, { status: 204 }));
    leaving.begin();
    await Promise.all([leaving.told(), leaving.told()]);
    await leaving.told();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(device.size).toBe(0);
  });

  it('stays so over a reload while the server cannot be told, and is told when it can', async () => {
    asked.mockRejectedValueOnce(new TypeError('no connection')).mockResolvedValue(new Response(null, { status: 204 }));
    leaving.begin();
    await expect(leaving.told()).rejects.toMatchObject({ code: 'offline' });
    expect(device.size).toBe(1);
    const told = leaving.goOn();
    await jest.runAllTimersAsync();
    await told;
    expect([asked.mock.calls.length, device.size]).toEqual([2, 0]);
  });

  it('is nobody’s business any more once another one began', async () => {
    leaving.begin();
    leaving.end();
    await leaving.told();
    await leaving.goOn();
    expect(asked).not.toHaveBeenCalled();
  });
});
