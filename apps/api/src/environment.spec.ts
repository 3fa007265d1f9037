import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ApiEnvironment } from './environment.js';

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
