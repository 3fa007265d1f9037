import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

type Made = { readonly id: string; readonly key: KeyObject; counter: number };

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** A device that makes passkeys (WebAuthn 3, ES256, no attestation) for the site that asks, as a browser would have it do. */
export class Authenticator {
  private readonly made: Made[] = [];
  private readonly origin: string;

  /** @param address of the site */
  constructor(address: string) {
    this.origin = new URL(address).origin;
  }

  /** Makes a passkey of what the site asks; the user is verified unless said otherwise, and nothing vouches for it unless it is forged. */
  make({ challenge }: { readonly challenge: string }, { verified = true, forged = false } = {}) {
    const { publicKey, privateKey: key } = newKey();
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const rawId = randomBytes(32);
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(rawId.length);
    const authData = Buffer.concat([
      this.facts({ counter: 0, verified, attested: true }),
      Buffer.alloc(16),
      length,
      rawId,
      Buffer.from(isoCBOR.encode(cose)),
    ]);
    const clientData = this.clientData('webauthn.create', challenge);
    const vouched = Buffer.concat([authData, sha256(clientData)]);
    const byAnother = () => new Uint8Array(createSign('sha256').update(vouched).sign(newKey().privateKey));
    const statement: [string, unknown][] = forged
      ? [
          ['alg', -7],
          ['sig', byAnother()],
        ]
      : [];
    const attestation = new Map<string, unknown>([
      ['fmt', forged ? 'packed' : 'none'],
      ['attStmt', new Map(statement)],
      ['authData', new Uint8Array(authData)],
    ]);
    const id = rawId.toString('base64url');
    this.made.push({ id, key, counter: 0 });
    return {
      ...this.named(id),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  /** Signs what the site asks with the passkey that was made last, with another key in its name when it is forged. */
  show({ challenge }: { readonly challenge: string }, { verified = true, forged = false } = {}) {
    const passkey = this.made.at(-1);
    if (passkey === undefined) {
      throw new Error('no passkey was made');
    }
    passkey.counter += 1;
    const clientData = this.clientData('webauthn.get', challenge);
    const authenticatorData = this.facts({ counter: passkey.counter, verified, attested: false });
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    return {
      ...this.named(passkey.id),
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: createSign('sha256')
          .update(signed)
          .sign(forged ? newKey().privateKey : passkey.key)
          .toString('base64url'),
      },
    };
  }

  private named(id: string) {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  /** The hash of the site's name, the flags (present, verified, with a passkey) and the counter. */
  private facts(of: { readonly counter: number; readonly verified: boolean; readonly attested: boolean }): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(of.counter);
    const flags = 0x01 | (of.verified ? 0x04 : 0) | (of.attested ? 0x40 : 0);
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([flags]), counter]);
  }
}
