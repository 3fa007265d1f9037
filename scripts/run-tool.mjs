// Runs a tool of `test/` by hand (`npm run chaos`, `npm run simulate`, `npm run bench`): the first argument is its file
// without ending, the others are its own.
import fs from 'node:fs';
import path from 'node:path';
import { emit } from './tools/emit.mjs';
import { root } from './tools/paths.mjs';
import { ensureBuilt, ensureInstalled, requireNode } from './tools/prepare.mjs';
import { startAttached } from './tools/processes.mjs';
import { sayFailure } from './tools/say.mjs';

const [tool = '', ...given] = process.argv.slice(2);
const logs = path.join(root, '.relais/logs');

async function main() {
  requireNode();
  fs.mkdirSync(logs, { recursive: true });
  await ensureInstalled(logs);
  await ensureBuilt(logs);
  await emit('tsconfig.tools.json');
  const running = await startAttached({
    name: tool,
    command: process.execPath,
    args: [path.join(root, 'dist', `${tool}.js`), ...given],
    cwd: root,
    env: process.env,
  });
  // The tool ends what it started; it gets the signals of the terminal's group by itself, and others from here.
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void running.stop(signal));
  }
  process.on('SIGINT', () => undefined);
  return (await running.exited).code ?? 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    sayFailure(error);
    process.exit(1);
  },
);
