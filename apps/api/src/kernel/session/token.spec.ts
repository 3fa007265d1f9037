import { describe, expect, it } from '@jest/globals';
import { cookieOf, deviceKeyOf, tokenIn } from './token.js';

describe('the cookie of a session', () => {
  it('is bound to this host and out of reach of scripts and other sites', () => {
    expect(cookieOf('abc')).toBe('__Host-relais=abc; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(cookieOf('')).toContain('Max-Age=0');
    expect(tokenIn('other=1; __Host-relais=abc')).toBe('abc');
    expect([tokenIn('other=1'), tokenIn(undefined)]).toStrictEqual([undefined, undefined]);
  });
});

describe('the key of what a browser keeps', () => {
  it('is 32 bytes, the same for a session as long as it lasts, and another for every other', () => {
    expect(Buffer.from(deviceKeyOf('abc'), 'base64url')).toHaveLength(32);
    expect(deviceKeyOf('abc')).toBe(deviceKeyOf('abc'));
    expect(deviceKeyOf('abc')).not.toBe(deviceKeyOf('abd'));
  });
});
