import { isIPv4 } from 'node:net';
import { networkLimits } from '#domain/people';
import type { ThrottleRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';

/** What is counted for a network address. */
export type Throttled = Exclude<keyof typeof networkLimits, 'minutes'>;

/** Where somebody asks from: an IPv4 address, or the half of an IPv6 one that a connection is given as a whole. */
export function networkOf(ip: string | undefined): string {
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(ip ?? '') ?? [];
  const address = mapped ?? ip ?? '';
  if (isIPv4(address) || !address.includes(':')) {
    return address;
  }
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::', 2);
  const groupsOf = (text: string | undefined) => (text === undefined || text === '' ? [] : text.split(':'));
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0');
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((one) => Number.parseInt(one, 16).toString(16)).join(':')}::/64`;
}

/** Slows down whoever asks too often from one network address. */
export class Throttle {
  constructor(
    private readonly counts: Pick<ThrottleRepository, 'take'>,
    private readonly limits: Readonly<Record<Throttled | 'minutes', number>> = networkLimits,
  ) {}

  /** @throws Problem `too-many-tries`, which says when to ask again */
  async take(what: Throttled, ip: string | undefined): Promise<void> {
    const { count, secondsLeft } = await this.counts.take(`${what} ${networkOf(ip)}`, this.limits.minutes);
    if (count > this.limits[what]) {
      const minutes = Math.ceil(secondsLeft / 60);
      throw new Problem('too-many-tries', { params: { minutes }, wait: secondsLeft });
    }
  }
}
