import fs from 'node:fs';
import path from 'node:path';
import { script } from '../../support/scripts.js';
import type { Engine } from '../arena/arena.js';
import type { Fault } from './fault.js';

/** The secrets of an arena live in its memory; a backup insists on the file that holds them otherwise. */
const secretsFile = 'secrets.json';
let taken = 0;

/** Stops everything, copies it as `npm run backup` does, deletes the original and goes on from what `npm run restore` brings back. */
export const restoredFromBackup: Fault = {
  name: 'restored-from-backup',
  what: 'everything stopped and backed up, all data of the engines deleted, restored into the empty place and started',
  comparedWith: 'kafka',
  lasts: { long: 0, short: 0 },
  mixes: false,
  async strike({ arena: { folder, ground, parts, engines, leaveDisks } }) {
    const { store, fetchBack } = await script('tools/vault');
    await Promise.all(
      Object.values(parts)
        .flat()
        .map((player) => player.kill('SIGTERM')),
    );
    await Promise.all(Object.values(engines).map((player) => player.kill('SIGTERM')));
    const keys = { PAYLOAD_KEYS: ground.payloadKeys, NOTES_KEY: ground.notesKey };
    fs.writeFileSync(path.join(folder, secretsFile), JSON.stringify(keys));
    await leaveDisks();
    const vault = path.join(folder, `vault-${++taken}`);
    const { files } = await store(folder, vault);
    for (const part of [...(Object.keys(engines) as Engine[]), secretsFile]) {
      fs.rmSync(path.join(folder, part), { recursive: true });
    }
    await fetchBack(vault, folder);
    fs.rmSync(vault, { recursive: true });
    return {
      heal: async () => {
        await Promise.all(Object.values(engines).map((player) => player.restart()));
        await Promise.all(
          Object.values(parts)
            .flat()
            .map((player) => player.restart()),
        );
      },
      notes: () => [`${Object.keys(files).length} files restored`],
    };
  },
};
