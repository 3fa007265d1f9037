import { isIP } from 'node:net';

/** Whether a host is this machine, which no network lies between. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
