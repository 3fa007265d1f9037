import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeArenaFolder } from '../arena/folder.js';

/** One text of a built file replaced by another; white space between its words and signs does not count. */
export type Edit = {
  /** In `dist`. */
  readonly file: string;
  readonly text: string;
  readonly by: string;
};

const root = process.cwd();
const notNeeded = ['dist/web', 'dist/test', 'dist/scripts'].map((place) => path.join(root, place));

/**
 * Makes a build that differs from `dist` in the edits; answers its folder.
 * @throws Error when a text to be replaced is not there exactly once
 */
export async function makeBuild(edits: readonly Edit[]): Promise<string> {
  const folder = await makeArenaFolder('build');
  const dist = path.join(folder, 'dist');
  fs.cpSync(path.join(root, 'dist'), dist, { recursive: true, filter: (place) => !notNeeded.includes(place) });
  // Beside it what Node needs to resolve `#contracts` and the packages.
  fs.copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  edits.forEach((edit) => apply(dist, edit));
  const run = promisify(execFile);
  const processes = processesMadeOf(
    dist,
    edits.map(({ file }) => file),
  );
  if (processes.length > 0) {
    await run(process.execPath, [path.join(root, 'scripts/bundle.mjs'), dist, ...processes], { cwd: folder });
  }
  if (edits.some(({ file }) => file.startsWith('workflows/') || file.startsWith('libs/'))) {
    await run(process.execPath, [path.join(dist, 'workflows/bundle.js')], { cwd: folder });
  }
  return dist;
}

/** The processes whose one file is made of one of these files of `dist`. */
function processesMadeOf(dist: string, files: readonly string[]): readonly string[] {
  const sources = files.map((file) => `../../../${file.replace(/js$/, 'ts')}`);
  return fs.readdirSync(path.join(dist, 'apps')).filter((name) => {
    const map = fs.readFileSync(path.join(dist, 'apps', name, 'main.js.map'), 'utf8');
    const madeOf = new Set((JSON.parse(map) as { readonly sources: readonly string[] }).sources);
    return sources.some((source) => madeOf.has(source));
  });
}

function apply(dist: string, { file, text, by }: Edit): void {
  const place = path.join(dist, file);
  const [before, after, ...others] = fs.readFileSync(place, 'utf8').split(anySpaced(text));
  if (before === undefined || after === undefined || others.length > 0) {
    throw new Error(`${file} does not hold this text exactly once any more: ${text}`);
  }
  fs.writeFileSync(place, before + by + after);
}

function anySpaced(text: string): RegExp {
  const words = text.match(/\w+|[^\w\s]/g) ?? [];
  return new RegExp(words.map((word) => word.replace(/\W/, String.raw`\$&`)).join(String.raw`\s*`));
}
