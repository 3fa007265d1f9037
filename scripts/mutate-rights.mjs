// `npm run mutate:rights`: removes one check of rights after the other from the built API and asks the rows of the matrix of
// rights who may do what then; each check that nobody misses is told. `-- <text> ...` plays only those whose name has one of the texts.
import path from 'node:path';
import { root } from './tools/paths.mjs';
import { livingProcesses, refuseStarts, startAttached } from './tools/processes.mjs';
import { sayFailure } from './tools/say.mjs';
import { recordProcesses } from './tools/leftovers.mjs';
import { makeTestFolder, removeTestFolder, startTestServers, sweepTestFolders } from './tools/test-servers.mjs';

await sweepTestFolders();
const place = makeTestFolder('mutants');
recordProcesses(place.processes);

async function leave() {
  refuseStarts();
  await Promise.all(livingProcesses().map((running) => running.stop()));
  await removeTestFolder(place.folder);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void leave().then(() => process.exit(130)));
}

try {
  const servers = await startTestServers(place.folder);
  const tool = await startAttached({
    name: 'mutants',
    command: process.execPath,
    args: [path.join(root, 'scripts/run-tool.mjs'), 'test/mutation/main', ...process.argv.slice(2)],
    cwd: root,
    env: { ...process.env, ...servers },
  });
  process.exitCode = (await tool.exited).code ?? 1;
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}
await leave();
