import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { script } from '../support/scripts.js';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'relais-backup-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => path.join(folder, name);

describe('a backup', () => {
  function fill(data: string) {
    for (const file of ['postgres/data/PG_VERSION', 'kafka/data/meta.properties', 'temporal/temporal.sqlite']) {
      fs.mkdirSync(path.dirname(path.join(data, file)), { recursive: true });
      fs.writeFileSync(path.join(data, file), file);
    }
    fs.writeFileSync(path.join(data, 'secrets.json'), '{"NOTES_KEY":"k"}');
  }

  it('comes back whole, also where it was broken off, and nothing starts in between', async () => {
    const { store, fetchBack, refuseHalfRestored } = await script('tools/vault');
    fill(place('data'));
    await store(place('data'), place('vault'));
    // As a copy that was killed leaves it.
    fs.mkdirSync(place('new/restoring/postgres'), { recursive: true });
    fs.mkdirSync(place('new/kafka'));
    expect(() => refuseHalfRestored(place('new'))).toThrow(/`npm run restore` again/);
    await fetchBack(place('vault'), place('new'));
    expect(() => refuseHalfRestored(place('new'))).not.toThrow();
    // When the last backup was made is a matter of the installation that made it.
    const filesOf = (folder: string) => fs.readdirSync(place(folder), { recursive: true, encoding: 'utf8' }).toSorted();
    expect(filesOf('new')).toEqual(filesOf('data').filter((file) => file !== 'last-backup'));
    await expect(fetchBack(place('vault'), place('new'))).rejects.toThrow(/holds postgres already/);
  });

  it('is not taken of keys that were cut off, nor brought back by a list that was', async () => {
    const { store, fetchBack } = await script('tools/vault');
    fill(place('data'));
    fs.writeFileSync(place('data/secrets.json'), '{"NOTES_');
    await expect(store(place('data'), place('vault'))).rejects.toThrow(/holds no keys/);
    fill(place('data'));
    await store(place('data'), place('vault'));
    fs.truncateSync(place('vault/manifest.json'), 20);
    await expect(fetchBack(place('vault'), place('new'))).rejects.toThrow(/cut off/);
  });

  it('is what is asked for where Relais has run and a part of its data is gone', async () => {
    const { noteBegun, refuseLost } = await script('tools/vault');
    fill(place('data'));
    noteBegun(place('data'));
    fs.rmSync(place('data/kafka'), { recursive: true });
    expect(() => refuseLost(place('data'), {})).not.toThrow();
    fs.rmSync(place('data/temporal'), { recursive: true });
    expect(() => refuseLost(place('data'), {})).toThrow(/temporal\.sqlite is gone.*npm run restore/);
    expect(() => refuseLost(place('data'), { TEMPORAL_ADDRESS: 'elsewhere:7233' })).not.toThrow();
    // As an interrupted first start leaves it.
    fs.mkdirSync(place('new/postgres/data'), { recursive: true });
    expect(() => refuseLost(place('new'), {})).not.toThrow();
  });
});
