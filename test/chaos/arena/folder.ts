import fs from 'node:fs';
import path from 'node:path';
import { script } from '../../support/scripts.js';

let home: Promise<string> | undefined;
let made = 0;

/** The folder of all arenas of this process, in that of the test run when there is one. */
async function homeOfArenas(): Promise<string> {
  const { makeTestFolder, sweepTestFolders } = await script('tools/test-servers');
  const { recordProcesses } = await script('tools/leftovers');
  const ofRun = process.env['TEST_FOLDER'];
  if (ofRun === undefined) {
    await sweepTestFolders();
  }
  const folder = ofRun === undefined ? makeTestFolder('chaos').folder : fs.mkdtempSync(path.join(ofRun, 'arenas-'));
  fs.chmodSync(folder, 0o755);
  // The next run ends what this one leaves running when it is killed.
  recordProcesses(path.join(folder, 'processes.json'));
  return folder;
}

/** Makes an empty folder for an arena or for what goes with one. */
export async function makeArenaFolder(kind: 'arena' | 'build' = 'arena'): Promise<string> {
  home ??= homeOfArenas();
  const folder = path.join(await home, `${kind}-${++made}`);
  fs.mkdirSync(folder);
  return folder;
}

/** Deletes the folder of an arena whose processes have ended. */
export async function removeArenaFolder(folder: string): Promise<void> {
  const { unmountIn } = await script('tools/mounts');
  await unmountIn(folder);
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Deletes the folder of all arenas and ends what may still run there. */
export async function removeAllArenas(): Promise<void> {
  if (home !== undefined) {
    const { removeTestFolder } = await script('tools/test-servers');
    await removeTestFolder(await home);
  }
}
