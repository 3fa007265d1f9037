import { describe, expect, it } from '@jest/globals';
import { isLinkEnough, type Joining, joiningOf, type KnownJoiner } from './index.js';

const [noor, karim]: KnownJoiner[] = ['noor', 'karim'].map((personId) => ({
  personId,
  isMember: true,
  isThere: false,
  awaitsPasskey: false,
})) as [KnownJoiner, KnownJoiner];
const former: KnownJoiner = { ...noor, isMember: false };
const awaited: KnownJoiner = { ...noor, awaitsPasskey: true };

/** Somebody whom nobody knows, with the link of an invitation that is open and what they have to say. */
const nobody: Joining = {
  state: 'open',
  addressee: undefined,
  signedIn: undefined,
  account: undefined,
  isNamed: true,
  isReached: true,
  isTaken: false,
  ways: { mail: true, personas: false },
};
const oidcOnly = { mail: false, personas: false };
const unlinked = { of: undefined };
const decided = (change: Partial<Joining>) => joiningOf({ ...nobody, ...change });

describe('an invitation', () => {
  it('lets in while it is open', () => {
    expect(decided({})).toEqual({ personId: undefined });
    expect(decided({ state: undefined })).toEqual({ refusal: 'invitation-unknown' });
    for (const state of ['expired', 'used', 'withdrawn'] as const) {
      // Also whoever is signed in, has an account, or lacks something: nothing else is looked at.
      expect(decided({ state, signedIn: awaited, account: { of: noor }, isNamed: false })).toEqual({
        refusal: `invitation-${state}`,
      });
    }
  });
});

describe('somebody new', () => {
  it.each<[string, Partial<Joining>, object]>([
    ['joins by the link', {}, { personId: undefined }],
    ['says a name', { isNamed: false }, { refusal: 'name-missing' }],
    ['says an address where the invitation went to none', { isReached: false }, { refusal: 'name-missing' }],
    ['has an address of their own', { isTaken: true }, { refusal: 'mail-taken' }],
    ['joins with an account that is nobody’s', { account: unlinked }, { personId: undefined }],
    ['does not join by a link after which nothing lets them in', { ways: oidcOnly }, { refusal: 'account-needed' }],
    ['joins with an account where one signs in so', { ways: oidcOnly, account: unlinked }, { personId: undefined }],
  ])('%s', (_, change, decision) => {
    expect(decided(change)).toEqual(decision);
  });

  it.each([
    [{ mail: true, personas: false }, true],
    [{ mail: false, personas: true }, true],
    [oidcOnly, false],
  ])('is left with a way in: by the link alone, with %j, is %s', (ways, isEnough) => {
    expect(isLinkEnough(ways)).toBe(isEnough);
  });
});

describe('who works here already', () => {
  it.each<[string, Partial<Joining>, object]>([
    ['does not join by the link alone', { addressee: noor }, { refusal: 'mail-taken' }],
    ['nor with an account that is nobody’s', { addressee: noor, account: unlinked }, { refusal: 'mail-taken' }],
    ['nor as somebody else who is signed in', { addressee: noor, signedIn: karim }, { refusal: 'mail-taken' }],
    ['nor as somebody who has a passkey to show', { addressee: karim, signedIn: awaited }, { refusal: 'mail-taken' }],
    ['nor with an account of somebody else’s', { addressee: noor, account: { of: karim } }, { refusal: 'mail-taken' }],
    ['joins once they have signed in', { addressee: noor, signedIn: noor }, { personId: 'noor' }],
    ['joins with their account', { addressee: noor, account: { of: noor } }, { personId: 'noor' }],
    ['joins though nobody is known by the address', { signedIn: noor }, { personId: 'noor' }],
    ['shows their passkey before', { signedIn: awaited }, { refusal: 'passkey-needed' }],
    ['and where they come with their account', { account: { of: awaited } }, { refusal: 'passkey-needed' }],
    ['joins once', { signedIn: { ...noor, isThere: true } }, { refusal: 'joined-already' }],
    ['joins with their account once', { account: { of: { ...noor, isThere: true } } }, { refusal: 'joined-already' }],
    ['needs no other account', { signedIn: noor, ways: oidcOnly }, { personId: 'noor' }],
    ['needs no name', { signedIn: noor, isNamed: false, isReached: false }, { personId: 'noor' }],
  ])('%s', (_, change, decision) => {
    expect(decided(change)).toEqual(decision);
  });
});

describe('who is a member of nothing any more, and so cannot sign in', () => {
  it.each<[string, Partial<Joining>, object]>([
    ['is believed by the link', { addressee: former, isNamed: false }, { personId: 'noor' }],
    ['with an account that is nobody’s', { addressee: former, account: unlinked }, { personId: 'noor' }],
    ['is not somebody else who is signed in', { addressee: former, signedIn: karim }, { refusal: 'mail-taken' }],
    ['is left with a way in', { addressee: former, ways: oidcOnly }, { refusal: 'account-needed' }],
    ['joins once', { addressee: { ...former, isThere: true } }, { refusal: 'joined-already' }],
  ])('%s', (_, change, decision) => {
    expect(decided(change)).toEqual(decision);
  });
});
