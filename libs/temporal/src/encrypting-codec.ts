import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import type { PayloadKeys } from './payload-keys.js';

const encoding = 'binary/encrypted';
const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Encrypts all that Temporal stores of a case: inputs, answers, activity arguments and failure details. */
export class EncryptingCodec implements PayloadCodec {
  constructor(private readonly keys: PayloadKeys) {}

  /** @returns one payload `nonce | ciphertext | tag` per payload, with the key's id in clear. */
  async encode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.encrypt(payload));
  }

  /** @throws Error when a payload was encrypted with a key this process does not have, was altered, or is not encrypted. */
  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) => this.decrypt(payload));
  }

  private encrypt(payload: Payload): Payload {
    const [key] = this.keys;
    const nonce = randomBytes(nonceLength);
    const sealing = createCipheriv(cipher, key.bytes, nonce);
    sealing.setAAD(Buffer.from(key.id));
    const sealed = [sealing.update(pack(payload)), sealing.final(), sealing.getAuthTag()];
    return {
      metadata: { encoding: Buffer.from(encoding), 'encryption-key-id': Buffer.from(key.id) },
      data: Buffer.concat([nonce, ...sealed]),
    };
  }

  private decrypt(payload: Payload): Payload {
    if (textOf(payload.metadata?.['encoding']) !== encoding) {
      // Nothing unencrypted is ever stored; taking it would let anybody who can write to Temporal forge a case.
      throw new Error(`a payload is not encrypted (${textOf(payload.metadata?.['encoding'])})`);
    }
    const id = textOf(payload.metadata?.['encryption-key-id']);
    const key = this.keys.find((one) => one.id === id);
    if (key === undefined) {
      throw new Error(`a payload was encrypted with the key ${id}, which PAYLOAD_KEYS does not name`);
    }
    const data = Buffer.from(payload.data ?? []);
    try {
      const opening = createDecipheriv(cipher, key.bytes, data.subarray(0, nonceLength), { authTagLength: tagLength });
      opening.setAAD(Buffer.from(key.id));
      opening.setAuthTag(data.subarray(-tagLength));
      return unpack(Buffer.concat([opening.update(data.subarray(nonceLength, -tagLength)), opening.final()]));
    } catch (cause) {
      throw new Error(`a payload does not open with the key ${id}: another key of that id, or it was altered`, {
        cause,
      });
    }
  }
}

/** What client, worker and replay need to read a case. */
export function dataConverterOf(keys: PayloadKeys): DataConverter {
  return { payloadCodecs: [new EncryptingCodec(keys)] };
}

/** Smaller payloads do not repay the work. */
const deflatedFrom = 1000;

/** Deflated or not (1 byte) | length of the metadata (4 bytes) | metadata as JSON, values in base64 | data. */
function pack({ metadata, data }: Payload): Buffer {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  // Without data it may be an empty plain array, as protobuf decodes it.
  const packed = Buffer.concat([length, head, Buffer.from(data ?? [])]);
  return packed.length < deflatedFrom
    ? Buffer.concat([Buffer.of(0), packed])
    : Buffer.concat([Buffer.of(1), deflateRawSync(packed, { level: 3 })]);
}

function unpack(bytes: Buffer): Payload {
  const packed = bytes[0] === 1 ? inflateRawSync(bytes.subarray(1)) : bytes.subarray(1);
  const end = 4 + packed.readUInt32BE(0);
  const head = JSON.parse(packed.subarray(4, end).toString()) as Record<string, string>;
  const entries = Object.entries(head).map(([name, value]) => [name, Buffer.from(value, 'base64')] as const);
  return { metadata: Object.fromEntries(entries), data: packed.subarray(end) };
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes === null || bytes === undefined ? 'none' : Buffer.from(bytes).toString();
}
