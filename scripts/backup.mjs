// `npm run backup -- <folder>`: copies PostgreSQL, Kafka, Temporal and the keys of a stopped `npm start` into a folder.
import { runVaultCommand } from './tools/vault-command.mjs';
import { store } from './tools/vault.mjs';

runVaultCommand(
  'backup',
  store,
  ({ files, data, place, takenAt }) =>
    `Backed up ${files} files from ${data} to ${place} (state of ${takenAt}). The keys are in it: keep it as safe as the data.`,
);
