import { describe, expect, it } from '@jest/globals';
import { networkOf, Throttle } from './throttle.js';

describe('where somebody asks from', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, ''],
  ])('%s is counted as %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});

describe('a throttle', () => {
  it('lets through as often as its limit says, each network address and each thing by itself', async () => {
    const counts = new Map<string, number>();
    const take = async (key: string) => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return { count: counts.get(key) ?? 0, secondsLeft: 61 };
    };
    const throttle = new Throttle({ take }, { codes: 2, uses: 1, flows: 0, joins: 0, minutes: 10 });
    const ask = (what: 'codes' | 'uses', ip: string) =>
      throttle.take(what, ip).then(
        () => 'taken',
        ({ code, more }: { code: string; more: unknown }) => ({ code, more }),
      );
    const told = { code: 'too-many-tries', more: { params: { minutes: 2 }, wait: 61 } };
    expect([await ask('codes', '192.0.2.7'), await ask('codes', '192.0.2.7')]).toEqual(['taken', 'taken']);
    expect(await ask('codes', '::ffff:192.0.2.7')).toEqual(told);
    expect([await ask('codes', '192.0.2.8'), await ask('uses', '192.0.2.7')]).toEqual(['taken', 'taken']);
    expect(await ask('uses', '192.0.2.7')).toEqual(told);
  });
});
