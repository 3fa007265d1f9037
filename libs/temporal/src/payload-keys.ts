/** Keys that Temporal payloads are encrypted with: the first encrypts, all decrypt. */
export type PayloadKeys = readonly [PayloadKey, ...PayloadKey[]];

/** One AES-256 key with the id that travels with what it encrypted. */
export type PayloadKey = { readonly id: string; readonly bytes: Buffer };

/**
 * Reads `k1:<base64 of 32 bytes>[,k0:...]`.
 * @throws Error that names the key but never shows its content.
 */
export function parsePayloadKeys(text: string): PayloadKeys {
  const [first, ...others] = text.split(',').map(parseKey);
  if (first === undefined) {
    throw new Error('PAYLOAD_KEYS names no key');
  }
  const ids = [first, ...others].map((key) => key.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new Error(`PAYLOAD_KEYS names the key ${twice} twice`);
  }
  return [first, ...others];
}

function parseKey(entry: string, index: number): PayloadKey {
  const [, id, base64] = /^\s*([a-zA-Z0-9_-]{1,32}):([A-Za-z0-9+/]+={0,2})\s*$/.exec(entry) ?? [];
  if (id === undefined || base64 === undefined) {
    throw new Error(`PAYLOAD_KEYS: entry ${index + 1} is not of the form id:base64`);
  }
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== 32) {
    throw new Error(`PAYLOAD_KEYS: key ${id} has ${bytes.length} bytes, 32 are needed`);
  }
  return { id, bytes };
}
