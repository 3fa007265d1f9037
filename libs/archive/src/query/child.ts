import fs from 'node:fs';
import { createInterface } from 'node:readline';
import type { Job, JobMessage } from './job.js';
import { perform, prepare } from './performing.js';

// The program that runs one query and ends: a job as a line on its input, `JobMessage`s as lines on its output. Its folder is its
// scratch folder. It is started with limits of the operating system and without an environment; see `query-process.ts`.

const scratch = process.cwd();

function say(message: JobMessage): void {
  fs.writeSync(1, `${JSON.stringify(message)}\n`);
}

const prepared = prepare(scratch);
const input = createInterface({ input: process.stdin });
// The process that asked is gone, or wants no more: nobody waits for an answer.
input.once('close', () => process.exit(0));
input.once('line', (line) => {
  void prepared
    .then((connection) => perform(connection, JSON.parse(line) as Job, { scratch, say }))
    .then((last) => {
      say(last);
      process.exit(0);
    });
});
