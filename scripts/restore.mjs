// `npm run restore -- <folder>`: puts a backup into a place without data; `npm start` goes on from there.
import { runVaultCommand } from './tools/vault-command.mjs';
import { fetchBack } from './tools/vault.mjs';

runVaultCommand(
  'restore',
  (data, place) => fetchBack(place, data),
  ({ files, data, takenAt }) =>
    `Restored ${files} files to ${data} (state of ${takenAt}). \`npm start\` goes on from there.`,
);
