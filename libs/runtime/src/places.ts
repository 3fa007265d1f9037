import fs from 'node:fs';
import { SourceMap } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Node would read the map of every package at every start; this one is read when there is an error to tell of. */
const maps = new Map<string, SourceMap | undefined>();

function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    maps.set(file, readMap(`${file}.map`));
  }
  return maps.get(file);
}

function readMap(file: string): SourceMap | undefined {
  try {
    return new SourceMap(JSON.parse(fs.readFileSync(file, 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
  } catch {
    return undefined;
  }
}

/** A stack trace with the places in the sources of which a built file was made, where its map is beside it. */
export function inSources(stack: string): string {
  return stack.replace(
    /(file:\/\/[^\s()]+?|\/[^\s()]+?):(\d+):(\d+)/g,
    (place, name: string, line: string, column: string) => {
      const file = name.startsWith('file:') ? fileURLToPath(name) : name;
      const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1);
      return entry !== undefined && 'originalSource' in entry
        ? `${path.resolve(path.dirname(file), entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
        : place;
    },
  );
}
