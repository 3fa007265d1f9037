import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { script } from '../../support/scripts.js';

/** A small file system that can be filled to the last byte and emptied again. */
export type SmallDisk = {
  readonly folder: string;
  fill(): void;
  empty(): void;
  /** Moves what is in its folder to another one. */
  moveTo(folder: string): Promise<void>;
};

const megabytes = 320;
const block = Buffer.alloc(65_536);

/** Mounts a small file system; undefined where the machine does not allow it. */
export async function openSmallDisk(folder: string): Promise<SmallDisk | undefined> {
  const { mountSmall } = await script('tools/mounts');
  if (!(await mountSmall(folder, megabytes))) {
    return undefined;
  }
  const ballast = path.join(folder, 'ballast');
  const data = path.join(folder, 'data');
  return {
    folder: data,
    fill: () => fillUp(ballast),
    empty: () => fs.rmSync(ballast, { force: true }),
    // Owners and rights are kept: PostgreSQL insists on them.
    moveTo: async (other) => void (await promisify(execFile)('mv', [data, other])),
  };
}

function fillUp(ballast: string): void {
  const file = fs.openSync(ballast, 'w');
  try {
    for (let size = block.length; size > 0;) {
      size = writeSome(file, size) ? size : Math.floor(size / 2);
    }
  } finally {
    fs.closeSync(file);
  }
}

/** False when the disk has no room for so much. */
function writeSome(file: number, bytes: number): boolean {
  try {
    return fs.writeSync(file, block, 0, bytes) === bytes;
  } catch (error) {
    // Not `instanceof Error`: in jest the errors of Node are of another realm.
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOSPC') {
      return false;
    }
    throw error;
  }
}
