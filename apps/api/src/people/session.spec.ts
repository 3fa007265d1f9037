import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildAt, buildOf } from '#contracts/kernel/codes';
import { ApiEnvironment } from '../environment.js';
import { isOwnName, isSameOrigin } from '../kernel/session/origin.guard.js';
import { cookieOf, deviceKeyOf, tokenIn } from '../kernel/session/token.js';

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

describe('the build of the web application', () => {
  it('is named by the program of its page', () => {
    const page = '<head><script type="module" crossorigin src="/assets/index-Bx_3k-9.js"></script></head>';
    expect(buildAt('/assets/index-Bx_3k-9.js')).toBe(buildOf(page));
    expect([buildOf(page), buildOf('<script type="module" src="/src/main.tsx"></script>')]).toEqual([
      'index-Bx_3k-9',
      null,
    ]);
  });

  it('is not named by what else the page loads', () => {
    const others = '<script src="/assets/scheme-1.js"></script><link rel="modulepreload" href="/assets/react-2.js">';
    expect(buildOf(others)).toBeNull();
    expect(buildOf(`${others}<script type="module" crossorigin src="/assets/index-3.js"></script>`)).toBe('index-3');
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

describe('the name under which we are asked', () => {
  it.each([
    ['relais.example', true],
    ['relais.example:8443', true],
    ['RELAIS.example', true],
    ['localhost:8400', true],
    ['relais.localhost', true],
    ['127.0.0.1:8400', true],
    ['192.168.1.20', true],
    ['[::1]:8400', true],
    ['rebound.example', false],
    ['relais.example.rebound.example', false],
    ['notlocalhost', false],
    ['localhost.rebound.example', false],
    ['127.0.0.1.rebound.example', false],
    ['a b', false],
    ['', false],
    [undefined, false],
  ])('%s: ours is %s', (host, ours) => {
    expect(isOwnName(host, 'https://relais.example/')).toBe(ours);
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
    ['development', undefined, undefined, true],
    ['development', undefined, 'localhost', true],
    ['development', undefined, '127.0.0.2', true],
    ['development', undefined, '::1', true],
    ['none', 'production', '0.0.0.0', true],
    ['development', 'production', undefined, false],
    ['development', undefined, '0.0.0.0', false],
    ['development', undefined, '::', false],
    ['development', undefined, '127.example.org', false],
  ])('SIGN_IN=%s with NODE_ENV=%s at HOST=%s: starts is %s', (signIn, nodeEnv, host, starts) => {
    const parsed = ApiEnvironment.safeParse({ ...environment, SIGN_IN: signIn, NODE_ENV: nodeEnv, HOST: host });
    expect(parsed.success).toBe(starts);
    expect(parsed.error?.issues.map(({ path }) => path) ?? []).toEqual(starts ? [] : [['SIGN_IN']]);
  });

  it('is never asked for by the image or the servers with Docker, and no secret has a default there', () => {
    const [compose, image] = ['docker-compose.yml', 'Dockerfile'].map((file) => readFileSync(file, 'utf8'));
    expect(compose).not.toMatch(/development|NODE_ENV/);
    // Whoever starts it says how people come in; nobody does unless it is said.
    expect(compose).toContain('SIGN_IN: ${SIGN_IN:-none}');
    for (const name of ['MAIL_SERVER', 'MAIL_FROM', 'TRUST_PROXY', 'OIDC_PROVIDERS', 'OIDC_PROVIDERS_FILE']) {
      expect(compose).toMatch(new RegExp(String.raw`^ +${name}: \$\{${name}:-`, 'm'));
    }
    const asked = [...(compose ?? '').matchAll(/\$\{(\w*(?:PASSWORD|KEYS?))(.*?)\}/g)];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter(([, , more = '']) => more !== ':-' && !more.startsWith(':?'))).toEqual([]);
    expect(image).toMatch(/^ENV NODE_ENV=production$/m);
    expect(image).toMatch(/^ENV HOST=0\.0\.0\.0$/m);
    expect(image).toContain('rm -rf dist/scripts');
  });

  it.each([
    [{ SIGN_IN: 'mail' }, ['MAIL_SERVER']],
    [{ SIGN_IN: 'oidc,mail' }, ['MAIL_SERVER']],
    [{ SIGN_IN: 'development,mail' }, []],
    [{ SIGN_IN: 'mail', MAIL_SERVER: 'smtp://mail.example' }, ['MAIL_FROM']],
    [
      { SIGN_IN: 'mail', MAIL_SERVER: 'https://mail.example', MAIL_FROM: 'Relais <no-reply@relais.example>' },
      ['MAIL_SERVER'],
    ],
    [{ SIGN_IN: 'mail', MAIL_SERVER: 'smtp://', MAIL_FROM: 'Relais <no-reply@relais.example>' }, ['MAIL_SERVER']],
    [
      { SIGN_IN: 'mail', MAIL_SERVER: 'smtps://a:b@mail.example:465', MAIL_FROM: 'no-reply@relais.example' },
      ['MAIL_FROM'],
    ],
    [
      { SIGN_IN: 'mail', MAIL_SERVER: 'smtps://a:b@mail.example:465', MAIL_FROM: 'Relais <no-reply@relais.example>' },
      [],
    ],
    [
      { SIGN_IN: 'mail', MAIL_SERVER: 'smtps://a:50%@mail.example', MAIL_FROM: 'Relais <no-reply@relais.example>' },
      ['MAIL_SERVER'],
    ],
    [
      { SIGN_IN: 'mail', MAIL_SERVER: 'smtps://a:50%25@mail.example', MAIL_FROM: 'Relais <no-reply@relais.example>' },
      [],
    ],
    [{ TRUST_PROXY: '-1' }, ['TRUST_PROXY']],
    [{ TRUST_PROXY: '1' }, []],
  ])('with a code by mail needs where mails are handed over, and by whom: %o', (more, wrong) => {
    const parsed = ApiEnvironment.safeParse({ ...environment, ...more });
    expect((parsed.error?.issues ?? []).map(({ path }) => path.join('.'))).toEqual(wrong);
  });

  it('is off unless it is asked for', () => {
    expect(ApiEnvironment.parse(environment).SIGN_IN).toEqual([]);
  });

  it('may be in several ways at once, and in none that nobody knows', () => {
    const provider = { id: 'keycloak', name: 'Keycloak', issuer: 'https://id.example', clientId: 'relais' };
    const more = { ...environment, OIDC_PROVIDERS: JSON.stringify([provider]) };
    const parse = (signIn: string) => ApiEnvironment.safeParse({ ...more, SIGN_IN: signIn });
    expect(parse('development, mail').data?.SIGN_IN).toEqual(['development', 'mail']);
    expect(parse('oidc').data?.providers).toMatchObject([provider]);
    expect(parse('development').data?.providers).toEqual([]);
    expect(parse('none').data?.SIGN_IN).toEqual([]);
    expect(parse('password').success).toBe(false);
    const without = ApiEnvironment.safeParse({ ...environment, SIGN_IN: 'oidc' });
    expect(without.error?.issues.map(({ path }) => path)).toEqual([['OIDC_PROVIDERS']]);
  });
});
