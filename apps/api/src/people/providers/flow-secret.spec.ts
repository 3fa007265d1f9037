import { describe, expect, it } from '@jest/globals';
import { challengeOf, flowCookieOf, flowSecretIn, flowWordsOf, isStateOf } from './flow-secret.js';

describe('what protects a way to a provider', () => {
  it('is made of the secret alone, each for one use', () => {
    const words = flowWordsOf('one');
    expect(flowWordsOf('one')).toEqual(words);
    const all = [...Object.values(words), ...Object.values(flowWordsOf('two')), 'one', 'two'];
    expect(new Set(all).size).toBe(8);
    // RFC 7636 4.1: a verifier has 43 to 128 of these signs.
    expect(words.verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('knows its own state from any other', () => {
    const { state, nonce } = flowWordsOf('one');
    expect([isStateOf('one', state), isStateOf('two', state), isStateOf('one', nonce), isStateOf('one', '')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('sends the verifier as RFC 7636 has it', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('stays in its browser, for this host alone', () => {
    expect(flowCookieOf('abc')).toBe('__Host-relais-flow=abc; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(flowCookieOf('')).toContain('Max-Age=0');
    expect(flowSecretIn('__Host-relais=1; __Host-relais-flow=abc')).toBe('abc');
    expect([flowSecretIn('__Host-relais=1'), flowSecretIn(undefined)]).toEqual([undefined, undefined]);
  });
});
