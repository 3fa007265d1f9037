import fs from 'node:fs';
import path from 'node:path';

/** The version of Relais that runs, from the package file of the program or of its sources. */
export function programVersion(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (fs.existsSync(file)) {
      return (JSON.parse(fs.readFileSync(file, 'utf8')) as { version: string }).version;
    }
    if (folder === path.dirname(folder)) {
      return 'unknown';
    }
  }
}
