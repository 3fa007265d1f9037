import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const version = 1;
const ivLength = 12;
const tagLength = 16;

/** Encrypts with AES-256-GCM: version, nonce, tag, text. `context` is bound to it: in another place it cannot be opened. */
export function seal(key: Buffer, clear: Buffer, context: string): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` made.
 * @throws Error when the key, the context or a single bit is another
 */
export function open(key: Buffer, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== version) {
    throw new Error(`sealed with version ${sealed[0] ?? 'none'}, not ${version}`);
  }
  const tagAt = 1 + ivLength;
  const bodyAt = tagAt + tagLength;
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, tagAt), { authTagLength: tagLength });
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(tagAt, bodyAt));
  return Buffer.concat([decipher.update(sealed.subarray(bodyAt)), decipher.final()]);
}

/** A new random key for one case. */
export function newKey(): Buffer {
  return randomBytes(32);
}
