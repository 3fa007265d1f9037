import { statfs } from 'node:fs/promises';

/** The room on the disk of a folder, in bytes. */
export type DiskRoom = { readonly freeBytes: number; readonly totalBytes: number };

/** How much room is left where a folder lies; undefined when that cannot be known. */
export async function diskOf(folder: string): Promise<DiskRoom | undefined> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    return undefined;
  }
}
