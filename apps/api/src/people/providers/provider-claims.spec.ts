import { describe, expect, it } from '@jest/globals';
import { broughtOf, isStrongEnough } from './provider-claims.js';
import type { ProviderSettings } from '../../kernel/providers/settings.js';

const plain: ProviderSettings = {
  id: 'fas',
  name: 'CSAM',
  issuer: 'https://idp.example',
  clientId: 'relais',
  scopes: ['openid'],
  acrValues: [],
  claims: [],
};

describe('what a test of a provider shows', () => {
  it('is what came, and what was asked for and did not', () => {
    const asking = {
      ...plain,
      scopes: ['openid', 'profile', 'email'],
      claims: ['locale', 'name'],
      acrValues: ['high'],
    };
    expect(broughtOf(asking, { iss: plain.issuer, sub: 'x', nonce: 'n', name: 'Noor', groups: ['a', 'b'] })).toEqual({
      claims: [
        { name: 'iss', value: plain.issuer },
        { name: 'sub', value: 'x' },
        { name: 'name', value: 'Noor' },
        { name: 'groups', value: '["a","b"]' },
      ],
      missing: ['email', 'locale', 'acr'],
    });
  });

  it('has no number of the national register, whatever it is called', () => {
    const claims = { egovNRN: 'anything', who: '85.07.30-033.28', card: { number: '85073003328' }, sub: 'x' };
    const { claims: shown } = broughtOf(plain, claims);
    expect(shown.map(({ value }) => value)).toEqual([null, null, null, 'x']);
  });

  it('is not more than one can read', () => {
    const { claims } = broughtOf(plain, {
      long: 'x'.repeat(10_000),
      ...Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`c${at}`, at])),
    });
    expect([claims.length, claims[0]?.value?.length]).toEqual([80, 200]);
  });
});

describe('how somebody showed who they are', () => {
  it.each([
    [[], undefined, true],
    [['high'], 'high', true],
    [['high', 'higher'], 'higher', true],
    [['high'], 'low', false],
    [['high'], undefined, false],
    [['high'], ['high'], false],
  ])('where %j is asked for and %j came: enough is %s', (acrValues, acr, enough) => {
    expect(isStrongEnough({ ...plain, acrValues }, { acr })).toBe(enough);
  });
});
