import fs from 'node:fs';
import path from 'node:path';
import { transformFile } from '@swc/core';
import ts from 'typescript';
import { root } from './paths.mjs';
import { swc } from './swc.mjs';

/**
 * Writes the JavaScript of each file of a `tsconfig`, with a map, to where that says; what they import is not read, and types are
 * not checked. Data files are copied.
 * @param {string} config name of the tsconfig at the root
 * @throws {Error} of swc, with the place, for what is no TypeScript
 */
export async function emit(config) {
  const read = ts.readConfigFile(path.join(root, config), ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  await Promise.all(
    fileNames.map((file) => emitOne(file, path.join(options.outDir ?? root, path.relative(root, file)))),
  );
}

/** @param {string} file @param {string} place where it would be written under its own name */
async function emitOne(file, place) {
  fs.mkdirSync(path.dirname(place), { recursive: true });
  const written = place.replace(/\.tsx?$/, '.js');
  if (written === place) {
    fs.copyFileSync(file, place);
    return;
  }
  const { code, map = '' } = await transformFile(file, {
    ...swc(file.endsWith('x')),
    swcrc: false,
    configFile: false,
    sourceMaps: true,
    sourceFileName: path.relative(path.dirname(written), file),
  });
  fs.writeFileSync(written, `${code}\n//# sourceMappingURL=${path.basename(written)}.map\n`);
  fs.writeFileSync(`${written}.map`, map);
}
