import { isIP } from 'node:net';

/** Whether a host, by its name or number, is this machine: what is sent there or listens there stays here. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}
