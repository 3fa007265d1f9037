import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { nationalIn, providersIn, providersOf } from './settings.js';

const keycloak = { id: 'keycloak', name: 'Keycloak', issuer: 'https://id.example/realms/house', clientId: 'relais' };
const secret = 'a-secret-that-nobody-may-read';
const whole = { ...keycloak, clientSecret: secret };

const objectionTo = (...providers: unknown[]) => {
  const read = providersIn(JSON.stringify(providers));
  return 'objection' in read ? read.objection : undefined;
};

describe('the configuration of providers', () => {
  it('asks for no more than who somebody is, unless it says otherwise', () => {
    expect(providersIn(JSON.stringify([keycloak]))).toEqual({
      providers: [{ ...keycloak, scopes: ['openid'], acrValues: [], claims: [] }],
    });
  });

  it('may have several at once', () => {
    const google = { id: 'google', name: 'Google', issuer: 'https://accounts.google.com', clientId: 'x' };
    expect(objectionTo(keycloak, google)).toBeUndefined();
  });

  it.each([
    [{ scopes: ['openid', 'egovNRN'] }, 'provider 1 scopes asks for the number of the national register'],
    [{ scopes: ['openid', 'rrn'] }, 'asks for the number of the national register'],
    [{ claims: ['urn:be:fedict:national_number'] }, 'provider 1 claims asks for the number of the national register'],
    [{ claims: ['insz'] }, 'asks for the number of the national register'],
    [{ scopes: ['profile'] }, 'provider 1 scopes lacks openid'],
    [{ scopes: 'openid' }, 'provider 1 scopes is a list of words'],
    [{ scopes: ['openid', 'two words'] }, 'provider 1 scopes 1 is a word without spaces'],
    [{ id: 'Key Cloak' }, 'provider 1 id is at most 60 lower-case letters'],
    [{ name: ' ' }, 'provider 1 name is empty'],
    [{ clientId: undefined }, 'provider 1 clientId is missing'],
    [{ clientSecret: '' }, 'provider 1 clientSecret is empty'],
    [{ clientSecrets: 'x' }, 'provider 1 has a field that is not known'],
    [{ issuer: 'http://id.example' }, 'provider 1 issuer is an https:// address'],
    [{ issuer: 'https://id.example/?realm=house' }, 'without query'],
    [{ issuer: `https://me:${secret}@id.example/` }, 'provider 1 issuer is an https:// address'],
    [{ issuer: 'https://login.microsoftonline.com/common/v2.0' }, 'of one tenant'],
    [{ issuer: 'id.example' }, 'provider 1 issuer is an https:// address'],
  ])('%o is refused with a sentence that tells no value', (change, sentence) => {
    const objection = objectionTo({ ...whole, ...change });
    expect(objection).toContain(sentence);
    expect(objection).not.toContain(secret);
  });

  it.each(['http://localhost:8080/realms/house', 'http://127.0.0.1:9000', 'http://[::1]:9000'])(
    'does without encryption where nothing leaves this machine: %s',
    (issuer) => {
      expect(objectionTo({ ...keycloak, issuer })).toBeUndefined();
    },
  );

  it('names no provider twice, by its id or by its issuer', () => {
    expect(objectionTo(keycloak, { ...keycloak, issuer: 'https://other.example' })).toBe('has an id twice');
    expect(objectionTo(keycloak, { ...keycloak, id: 'other' })).toBe('has an issuer twice');
    const slashed = { ...keycloak, issuer: 'https://id.example/' };
    expect(objectionTo(slashed, { ...slashed, id: 'other', issuer: 'https://id.example' })).toBe('has an issuer twice');
  });

  it('is JSON, and a list', () => {
    expect(providersIn(`[{"clientSecret": "${secret}"`)).toEqual({ objection: 'is not JSON' });
    expect(providersIn('{}')).toEqual({ objection: expect.stringContaining('is a JSON list') });
  });
});

describe('where the configuration of providers stands', () => {
  function read(source: Parameters<typeof providersOf>[0]) {
    const objections: string[] = [];
    const providers = providersOf(source, (variable, objection) => objections.push(`${variable}: ${objection}`));
    return { ids: providers.map(({ id }) => id), objections };
  }

  it('is the environment, or a file', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'relais-test-providers-'));
    const file = path.join(folder, 'providers.json');
    writeFileSync(file, JSON.stringify([whole]));
    try {
      expect(read({ OIDC_PROVIDERS: JSON.stringify([whole]) })).toEqual({ ids: ['keycloak'], objections: [] });
      expect(read({ OIDC_PROVIDERS_FILE: file })).toEqual({ ids: ['keycloak'], objections: [] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    [{}, 'OIDC_PROVIDERS: SIGN_IN has oidc, which takes at least one provider'],
    [{ OIDC_PROVIDERS: '[]' }, 'OIDC_PROVIDERS: SIGN_IN has oidc, which takes at least one provider'],
    [{ OIDC_PROVIDERS_FILE: '/no/such/file' }, 'OIDC_PROVIDERS_FILE: there is no such file'],
    [{ OIDC_PROVIDERS: '[]', OIDC_PROVIDERS_FILE: '/x' }, 'OIDC_PROVIDERS_FILE: OIDC_PROVIDERS is set too'],
    [{ OIDC_PROVIDERS: 'x' }, 'OIDC_PROVIDERS: is not JSON'],
  ])('%o is refused at its variable', (source, objection) => {
    const { ids, objections } = read(source);
    expect([ids, objections]).toEqual([[], [expect.stringContaining(objection)]]);
  });
});

describe('the number of the national register', () => {
  it.each([
    ['85073003328', 'the whole'],
    ['85.07.30-033.28', 'the whole'],
    ['number 85.07.30-033.28', 'a part'],
    ['85073003329', 'nothing'],
    ['110169484474386276334', 'nothing'],
    ['b1a4e2b0-0f0e-4a44-9f5e-2a1b5f6f0c11', 'nothing'],
  ])('in %s is %s', (value, found) => {
    expect(nationalIn(value)).toBe(found);
  });
});
