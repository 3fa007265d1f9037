import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const place = `parts-${randomUUID()}`;

/** Writes down the processes that live where `npm test` looks for what it must end when it is interrupted. */
export function recordLiving(living: Iterable<ChildProcess>): void {
  const ofRun = process.env['TEST_FOLDER'];
  if (ofRun === undefined || !fs.existsSync(ofRun)) {
    return;
  }
  const folder = path.join(ofRun, place);
  fs.mkdirSync(folder, { recursive: true });
  const entries = [...living].map(({ pid, spawnargs }) => {
    const mark = spawnargs.at(-1) ?? '';
    return { name: path.relative(process.cwd(), mark), pid, mark, signal: 'SIGKILL' };
  });
  fs.writeFileSync(path.join(folder, 'processes.json'), JSON.stringify(entries));
}
