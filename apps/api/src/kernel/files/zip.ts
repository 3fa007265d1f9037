import { crc32, inflateRawSync } from 'node:zlib';

/** A file inside an archive. */
export type Entry = { readonly name: string; readonly bytes: Uint8Array };

/** What is opened of an archive at most: a few bytes of it can stand for any number. */
export const zipLimits = { entries: 200, megabytes: 64, ratio: 200 } as const;

/** An archive that is not opened: it holds more than is opened, or it is damaged. */
export class ZipFault extends Error {
  constructor(readonly reason: 'large' | 'damaged' | 'encrypted' | 'method') {
    super(reason);
  }
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const sizes = { local: 30, central: 46, end: 22 } as const;
/** The comment at the end of an archive is as long as this at most. */
const longestComment = 65_535;
const [stored, deflated] = [0, 8];

const beyond = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

/** True when a file begins as an archive does. */
export function isZip(file: Uint8Array): boolean {
  const begin = file.length < sizes.end ? 0 : Buffer.from(file.subarray(0, 4)).readUInt32LE(0);
  return begin === signatures.local || begin === signatures.end;
}

function endOf(file: Buffer): number {
  const last = file.length - sizes.end;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (file.readUInt32LE(at) === signatures.end) {
      return at;
    }
  }
  throw new ZipFault('damaged');
}

/** Where the bytes of an entry begin; its own header may be longer than the directory says. */
function beginOf(file: Buffer, at: number): number {
  if (file.readUInt32LE(at) !== signatures.local) {
    throw new ZipFault('damaged');
  }
  return at + sizes.local + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
}

function unpacked(packed: Buffer, method: number, left: number): Buffer {
  const most = Math.min(left, Math.max(1_024, packed.length * zipLimits.ratio));
  if (method === stored) {
    if (packed.length > left) {
      throw new ZipFault('large');
    }
    return packed;
  }
  if (method !== deflated) {
    throw new ZipFault('method');
  }
  try {
    // What a header says of the size is not believed; the engine stops at the limit.
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (error) {
    throw new ZipFault((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged');
  }
}

function readAll(file: Buffer): Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > zipLimits.entries) {
    throw new ZipFault('large');
  }
  const entries: Entry[] = [];
  let left = zipLimits.megabytes * 1_024 * 1_024;
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (file.readUInt32LE(at) !== signatures.central) {
      throw new ZipFault('damaged');
    }
    const name = file.toString('utf8', at + sizes.central, at + sizes.central + file.readUInt16LE(at + 28));
    if ((file.readUInt16LE(at + 8) & 1) === 1) {
      throw new ZipFault('encrypted');
    }
    const begin = beginOf(file, file.readUInt32LE(at + 42));
    const packed = file.subarray(begin, begin + file.readUInt32LE(at + 20));
    const bytes = unpacked(packed, file.readUInt16LE(at + 10), left);
    if (crc32(bytes) !== file.readUInt32LE(at + 16)) {
      throw new ZipFault('damaged');
    }
    left -= bytes.length;
    entries.push({ name, bytes });
    at += sizes.central + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/**
 * The files of an archive (.zip, .xlsx), unpacked within `zipLimits`.
 * @throws ZipFault
 */
export function entriesOf(file: Uint8Array): Entry[] {
  try {
    return readAll(Buffer.from(file.buffer, file.byteOffset, file.length));
  } catch (error) {
    // Places beyond the end of the file are those of a damaged one.
    throw beyond.has((error as NodeJS.ErrnoException).code ?? '') ? new ZipFault('damaged') : error;
  }
}

/** An archive of these files, not compressed: what reads it next can unpack nothing that was not looked at here. */
export function storedZip(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([numberOf(signatures.local), common, label, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([numberOf(signatures.central), Buffer.from([20, 0]), common, place, label]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(sizes.end);
  end.writeUInt32LE(signatures.end, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function numberOf(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value, 0);
  return buffer;
}
