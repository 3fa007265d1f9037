import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { entriesOf, isZip, storedZip, ZipFault, zipLimits } from './zip.js';

/** An archive of one packed file whose headers say of it what they like. */
function packed(content: Buffer, change: (zip: Buffer, directory: number) => void = () => {}): Buffer {
  const zip = Buffer.from(storedZip([{ name: 'a.csv', bytes: deflateRawSync(content) }]));
  const directory = zip.readUInt32LE(zip.length - 22 + 16);
  zip.writeUInt16LE(8, directory + 10);
  zip.writeUInt32LE(crc32(content), directory + 16);
  change(zip, directory);
  return zip;
}

function reasonOf(zip: Uint8Array): string {
  try {
    entriesOf(zip);
    return 'none';
  } catch (error) {
    return error instanceof ZipFault ? error.reason : String(error);
  }
}

describe('an archive', () => {
  it('gives its files, stored or packed', () => {
    const text = Buffer.from('period,value\n2024,1\n');
    expect(entriesOf(packed(text))).toEqual([{ name: 'a.csv', bytes: text }]);
    const two = [
      { name: 'é/a.csv', bytes: Buffer.from('a') },
      { name: 'b.csv', bytes: Buffer.from('bb') },
    ];
    expect(entriesOf(storedZip([...two, { name: 'folder/', bytes: Buffer.alloc(0) }]))).toEqual(two);
    expect([isZip(storedZip(two)), isZip(text), isZip(Buffer.from('PK'))]).toEqual([true, false, false]);
  });

  it('is not unpacked beyond its limits, whatever it says of itself', () => {
    const zeros = Buffer.alloc(3_000_000);
    expect(deflateRawSync(zeros).length * zipLimits.ratio).toBeLessThan(zeros.length);
    expect(reasonOf(packed(zeros))).toBe('large');
    expect(reasonOf(packed(zeros, (zip, at) => zip.writeUInt32LE(10, at + 24)))).toBe('large');
    const many = Array.from({ length: zipLimits.entries + 1 }, (_, at) => ({ name: `${at}`, bytes: Buffer.alloc(0) }));
    expect(reasonOf(storedZip(many))).toBe('large');
    const half = { bytes: Buffer.alloc((zipLimits.megabytes * 1_024 * 1_024) / 2 + 1) };
    expect(
      reasonOf(
        storedZip([
          { name: 'a', ...half },
          { name: 'b', ...half },
        ]),
      ),
    ).toBe('large');
  });

  it.each<readonly [string, (zip: Buffer, directory: number) => void, string]>([
    ['another checksum', (zip, at) => zip.writeUInt32LE(1, at + 16), 'damaged'],
    ['a place beyond its end', (zip, at) => zip.writeUInt32LE(0xfffffff0, at + 42), 'damaged'],
    ['a directory beyond its end', (zip) => zip.writeUInt32LE(0xfffffff0, zip.length - 6), 'damaged'],
    ['a directory that is none', (zip, at) => zip.writeUInt32LE(1, at), 'damaged'],
    ['a password', (zip, at) => zip.writeUInt16LE(1, at + 8), 'encrypted'],
    ['another method', (zip, at) => zip.writeUInt16LE(12, at + 10), 'method'],
  ])('with %s is refused', (_, change, reason) => {
    expect(reasonOf(packed(Buffer.from('x'.repeat(50)), change))).toBe(reason);
  });

  it('that was cut off anywhere is damaged, and nothing worse', () => {
    const zip = packed(Buffer.from('period,value\n2024,1\n'));
    const reasons = Array.from({ length: zip.length - 1 }, (_, length) => reasonOf(zip.subarray(0, length)));
    expect([...new Set(reasons)]).toEqual(['damaged']);
  });
});
