import { describe, expect, it } from '@jest/globals';
import { newKey, open, seal } from './sealing.js';

describe('sealing', () => {
  const key = newKey();
  const sealed = seal(key, Buffer.from('dettes sociales'), 'here');

  it('gives the text back in its own place only', () => {
    expect(open(key, sealed, 'here').toString()).toBe('dettes sociales');
    expect(() => open(key, sealed, 'elsewhere')).toThrow();
    expect(() => open(newKey(), sealed, 'here')).toThrow();
  });

  it('notices a changed bit, wherever it is', () => {
    for (let at = 0; at < sealed.length; at += 1) {
      const broken = Buffer.from(sealed);
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at);
      expect(() => open(key, broken, 'here')).toThrow();
    }
  });

  it('never seals the same text to the same bytes', () => {
    expect(seal(key, Buffer.from('a'), 'here').equals(seal(key, Buffer.from('a'), 'here'))).toBe(false);
  });
});
