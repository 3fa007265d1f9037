import { describe, expect, it } from '@jest/globals';
import { parsePayloadKeys } from './payload-keys.js';

const bytes = Buffer.alloc(32, 7);
const base64 = bytes.toString('base64');

describe('PAYLOAD_KEYS', () => {
  it('lists keys in order, the first encrypts', () => {
    expect(parsePayloadKeys(`k1:${base64}, k0:${base64}`)).toEqual([
      { id: 'k1', bytes },
      { id: 'k0', bytes },
    ]);
  });

  it.each([
    ['', 'entry 1 is not of the form id:base64'],
    [`k1:${base64},`, 'entry 2 is not of the form id:base64'],
    ['k1:c2hvcnQ=', 'key k1 has 5 bytes, 32 are needed'],
    [`k1:${base64},k1:${base64}`, 'names the key k1 twice'],
  ])('refuses %p', (text, reason) => {
    expect(() => parsePayloadKeys(text)).toThrow(reason);
  });

  it('never shows a key in an error', () => {
    expect(() => parsePayloadKeys(`${base64}`)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(base64) }),
    );
  });
});
