import { describe, expect, it } from '@jest/globals';
import { ApiEnvironment } from '../environment.js';
import { isSameOrigin } from '../kernel/session/origin.guard.js';
import { cookieOf, tokenIn } from '../kernel/session/token.js';

describe('the cookie of a session', () => {
  it('is bound to this host and out of reach of scripts and other sites', () => {
    expect(cookieOf('abc')).toBe('__Host-relais=abc; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(cookieOf('')).toContain('Max-Age=0');
    expect(tokenIn('other=1; __Host-relais=abc')).toBe('abc');
    expect([tokenIn('other=1'), tokenIn(undefined)]).toEqual([undefined, undefined]);
  });
});

describe('the origin of a write', () => {
  it.each([
    [{ host: 'relais.example', origin: 'https://relais.example' }, true],
    [{ host: 'localhost:8400', origin: 'http://localhost:8400' }, true],
    [{ host: 'localhost:8400', origin: 'http://localhost:9000' }, false],
    [{ host: 'relais.example', origin: 'https://relais.example.evil.example' }, false],
    [{ host: 'relais.example', origin: 'null' }, false],
    [{ host: 'relais.example', origin: '' }, false],
    [{ host: 'relais.example', 'sec-fetch-site': 'same-origin' }, true],
    [{ host: 'relais.example', 'sec-fetch-site': 'none' }, true],
    [{ host: 'relais.example', 'sec-fetch-site': 'cross-site' }, false],
    [{ host: 'relais.example' }, true],
  ])('%o: %s', (headers, same) => {
    expect(isSameOrigin(headers)).toBe(same);
  });
});

describe('signing in as a persona', () => {
  const environment = {
    DATABASE_URL: 'postgresql://localhost/relais',
    TEMPORAL_ADDRESS: 'localhost:7233',
    PAYLOAD_KEYS: `k1:${Buffer.alloc(32).toString('base64')}`,
    NOTES_KEY: Buffer.alloc(32).toString('base64'),
    ARCHIVE_FOLDER: '/var/lib/relais/archive',
  };

  it.each([
    ['development', undefined, true],
    ['none', 'production', true],
    ['development', 'production', false],
  ])('SIGN_IN=%s with NODE_ENV=%s: starts is %s', (signIn, nodeEnv, starts) => {
    const parsed = ApiEnvironment.safeParse({ ...environment, SIGN_IN: signIn, NODE_ENV: nodeEnv });
    expect(parsed.success).toBe(starts);
  });

  it('is off unless it is asked for', () => {
    expect(ApiEnvironment.parse(environment).SIGN_IN).toBe('none');
  });
});
