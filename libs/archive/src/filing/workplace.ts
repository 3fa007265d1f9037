import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { layout } from '../layout.js';

const prefix = 'filing-';

/** What is abandoned is older than this; nothing of a living process is. */
const abandonedAfter = 15 * 60_000;

/** Gives the work a scratch folder of its own, which is gone afterwards. */
export async function withScratch<Result>(folder: string, work: (scratch: string) => Promise<Result>): Promise<Result> {
  const scratch = path.join(folder, layout.scratch, `${prefix}${randomUUID()}`);
  await fs.mkdir(scratch, { recursive: true });
  try {
    return await work(scratch);
  } finally {
    await fs.rm(scratch, { recursive: true, force: true });
  }
}

/** Puts a finished file at its place, path relative to the folder, so that it is whole there or not at all; answers its bytes. */
export async function settle(folder: string, from: string, to: string): Promise<number> {
  const target = path.join(folder, to);
  await fs.mkdir(path.dirname(target), { recursive: true });
  await sync(from);
  await fs.rename(from, target);
  await sync(path.dirname(target));
  return (await fs.stat(target)).size;
}

async function sync(file: string): Promise<void> {
  const handle = await fs.open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Deletes a file of the archive; one that is gone already is no fault. */
export async function removeFile(folder: string, file: string): Promise<void> {
  await fs.rm(path.join(folder, file), { force: true });
}

/** Those of the files that are not in the folder, or not as long as they were written. */
export async function missingFrom<File extends { readonly path: string; readonly bytes: number }>(
  folder: string,
  files: readonly File[],
): Promise<File[]> {
  const missing: File[] = [];
  for (const file of files) {
    const found = await fs.stat(path.join(folder, file.path)).catch(() => undefined);
    missing.push(...(found?.size === file.bytes ? [] : [file]));
  }
  return missing;
}

/**
 * Deletes what writers that were killed have left: Parquet files that are not known, and their scratch folders. What is young
 * may belong to another archivist that is just writing.
 */
export async function sweep(folder: string, isKnown: (file: string) => boolean, now = Date.now()): Promise<string[]> {
  const files = await walk(folder, 'files');
  const scratch = await namesIn(path.join(folder, layout.scratch));
  const suspects = [
    ...files.filter((file) => !isKnown(file)),
    ...scratch.filter((name) => name.startsWith(prefix)).map((name) => path.join(layout.scratch, name)),
  ];
  const swept: string[] = [];
  for (const one of suspects) {
    const found = await fs.stat(path.join(folder, one)).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > abandonedAfter) {
      await fs.rm(path.join(folder, one), { recursive: true, force: true });
      swept.push(one);
    }
  }
  return swept;
}

async function walk(folder: string, under: string): Promise<string[]> {
  const entries = await fs.readdir(path.join(folder, under), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const inner = path.join(under, entry.name);
    found.push(...(entry.isDirectory() ? await walk(folder, inner) : [inner]));
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  return fs.readdir(folder).catch(() => []);
}
