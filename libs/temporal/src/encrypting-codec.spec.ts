import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { describe, expect, it } from '@jest/globals';
import { EncryptingCodec } from './encrypting-codec.js';
import { parsePayloadKeys } from './payload-keys.js';

const key = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const codecOf = (...keys: string[]) => new EncryptingCodec(parsePayloadKeys(keys.join(',')));
const clear = { sector: 'horeca', severity: 3 };
const payload = () => defaultPayloadConverter.toPayload(clear) as Payload;
const open = async (codec: EncryptingCodec, payloads: Payload[]) =>
  (await codec.decode(payloads)).map((one) => defaultPayloadConverter.fromPayload(one));

describe('the encrypting codec', () => {
  it('gives back what it encrypted, and shows none of it', async () => {
    const codec = codecOf(key('k1'));
    const nothing = defaultPayloadConverter.toPayload(undefined) as Payload;
    const encrypted = await codec.encode([payload(), nothing]);
    expect(await open(codec, encrypted)).toStrictEqual([clear, undefined]);
    const stored = encrypted.map((one) => Buffer.from(one.data ?? []).toString('latin1')).join();
    expect(stored).not.toContain('horeca');
    expect(stored).not.toContain('json/plain');
  });

  it('stores a long payload shorter than it is', async () => {
    const codec = codecOf(key('k1'));
    const long = Array.from({ length: 200 }, () => clear);
    const encrypted = await codec.encode([defaultPayloadConverter.toPayload(long) as Payload]);
    expect(encrypted[0]?.data?.length).toBeLessThan(JSON.stringify(long).length / 10);
    expect(await open(codec, encrypted)).toEqual([long]);
  });

  it('takes a payload without data as protobuf decodes it', async () => {
    const codec = codecOf(key('k1'));
    const metadata = { encoding: Buffer.from('binary/null') };
    const decoded = { metadata, data: [] as unknown as Uint8Array };
    expect(await open(codec, await codec.encode([decoded]))).toStrictEqual([undefined]);
  });

  it('encrypts the same twice into two different payloads', async () => {
    const codec = codecOf(key('k1'));
    const [one, other] = await codec.encode([payload(), payload()]);
    expect(one?.data).not.toEqual(other?.data);
  });

  it('says which key is missing', async () => {
    const encrypted = await codecOf(key('k1')).encode([payload()]);
    await expect(codecOf(key('k2')).decode(encrypted)).rejects.toThrow('encrypted with the key k1');
  });

  it('refuses another key of the same id', async () => {
    const encrypted = await codecOf(key('k1')).encode([payload()]);
    await expect(codecOf(key('k1')).decode(encrypted)).rejects.toThrow('does not open with the key k1');
  });

  it('refuses a payload of which one bit was changed', async () => {
    const codec = codecOf(key('k1'));
    const [encrypted] = await codec.encode([payload()]);
    const data = Buffer.from(encrypted?.data ?? []);
    data.writeUInt8(data.readUInt8(20) ^ 1, 20);
    await expect(codec.decode([{ ...encrypted, data }])).rejects.toThrow('altered');
  });

  it('reads with the old key and writes with the new one after a rotation', async () => {
    const [oldKey, newKey] = [key('k1'), key('k2')];
    const before = codecOf(oldKey);
    const after = codecOf(newKey, oldKey);
    const stored = await before.encode([payload()]);
    expect(await open(after, stored)).toEqual([clear]);
    const written = await after.encode([payload()]);
    await expect(before.decode(written)).rejects.toThrow('encrypted with the key k2');
  });

  it('refuses a payload that is not encrypted', async () => {
    await expect(codecOf(key('k1')).decode([payload()])).rejects.toThrow('a payload is not encrypted (json/plain)');
  });
});
