import { Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyAsked, PasskeyLine, PasskeyMade, PasskeyUsed } from '#contracts/people';
import { takesPasskey } from '#domain/people';
import { PasskeyRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { deviceOf } from '../kernel/session/device.js';
import { Installation } from '../kernel/system/installation.js';

/** Passkeys: a second proof of who somebody is, for those whose rights take one, and for whoever wants one. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly passkeys: PasskeyRepository,
    private readonly installation: Installation,
  ) {}

  list({ viewer }: Caller): Promise<PasskeyLine[]> {
    return this.passkeys.findOwn(viewer.personId);
  }

  /** What the browser makes a passkey from; a person who has one shows it first. */
  async askToMake(caller: Caller): Promise<PasskeyAsked> {
    const known = await this.knownTo(caller);
    const { person } = caller.signedIn;
    const options = await generateRegistrationOptions({
      rpName: 'Relais',
      rpID: this.site.hostname,
      userID: new TextEncoder().encode(person.personId),
      userName: person.name,
      userDisplayName: person.name,
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    });
    await this.passkeys.challenge(hashIn(caller), options.challenge);
    return { options: { ...options } };
  }

  /** Keeps a passkey that a browser made. */
  async make(caller: Caller, made: PasskeyMade, userAgent: string | undefined): Promise<void> {
    await this.knownTo(caller);
    const challenge = await this.passkeys.takeChallenge(hashIn(caller));
    const verified = await answered(() =>
      verifyRegistrationResponse({
        response: made as never,
        ...this.expected(challenge),
        requireUserVerification: true,
      }),
    );
    if (!verified.verified) {
      throw new Problem('passkey-refused');
    }
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    await this.passkeys.add(hashIn(caller), {
      personId: caller.viewer.personId,
      credentialId: id,
      publicKey: Buffer.from(publicKey),
      counter,
      transports: made.response.transports ?? [],
      device: deviceOf(userAgent),
    });
  }

  /** What the browser signs with one of the person's passkeys. */
  async askToUse(caller: Caller): Promise<PasskeyAsked> {
    const known = await this.passkeys.findOwn(caller.viewer.personId);
    if (known.length === 0) {
      throw new Problem('passkey-none');
    }
    const options = await generateAuthenticationOptions({
      rpID: this.site.hostname,
      allowCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] as never })),
      userVerification: 'required',
    });
    await this.passkeys.challenge(hashIn(caller), options.challenge);
    return { options: { ...options } };
  }

  /** Takes what a browser signed as the proof that the session waits for. */
  async use(caller: Caller, used: PasskeyUsed): Promise<void> {
    const { personId } = caller.viewer;
    const challenge = await this.passkeys.takeChallenge(hashIn(caller));
    const passkey = (await this.passkeys.findOwn(personId)).find(({ credentialId }) => credentialId === used.id);
    if (passkey === undefined) {
      throw new Problem('passkey-refused');
    }
    const { credentialId: id, publicKey, counter } = passkey;
    const verified = await answered(() =>
      verifyAuthenticationResponse({
        response: used as never,
        ...this.expected(challenge),
        credential: { id, publicKey: new Uint8Array(publicKey), counter },
        requireUserVerification: true,
      }),
    );
    if (!verified.verified) {
      throw new Problem('passkey-refused');
    }
    await this.passkeys.use(hashIn(caller), personId, passkey.passkeyId, verified.authenticationInfo.newCounter);
  }

  /** Removes a passkey, unless it is the last of somebody whose rights take one. */
  async remove({ viewer, signedIn }: Caller, passkeyId: string): Promise<void> {
    const keepsOne = signedIn.memberships.some(takesPasskey);
    const came = await this.passkeys.remove(viewer.personId, passkeyId, { keepsOne });
    if (came !== 'removed') {
      throw new Problem(came === 'last' ? 'passkey-last' : 'not-found');
    }
  }

  /** Removes the passkeys that somebody else lost; they make another at their next sign-in. */
  async reset({ viewer }: Caller, personId: string): Promise<void> {
    if (!(await this.passkeys.reset(personId, viewer.personId))) {
      throw new Problem('not-found');
    }
  }

  private get site(): URL {
    return new URL(this.installation.publicUrl);
  }

  private expected(challenge: string | undefined) {
    if (challenge === undefined) {
      throw new Problem('passkey-late');
    }
    const { hostname, origin } = this.site;
    return { expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: hostname };
  }

  /** The passkeys of a person who may make another: who has one shows it first, or whoever stole a password would make their own. */
  private async knownTo({ viewer, signedIn }: Caller) {
    const known = await this.passkeys.findOwn(viewer.personId);
    if (known.length > 0 && signedIn.passkey !== 'shown') {
      throw new Problem('passkey-needed');
    }
    return known;
  }
}

function hashIn({ session }: Caller): Buffer {
  return Buffer.from(session, 'hex');
}

/** What came of a check; whatever it throws says that what the browser sent does not hold. */
async function answered<Verified>(check: () => Promise<Verified>): Promise<Verified> {
  try {
    return await check();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('passkey-refused');
  }
}
