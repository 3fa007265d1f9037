import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sql } from '../kernel/database.js';

/** The variables that name keys. */
export const keyNames = ['PAYLOAD_KEYS', 'NOTES_KEY', 'DISCLOSURE_KEY'] as const;
export type KeyName = (typeof keyNames)[number];

/** A key as the environment names it; of PAYLOAD_KEYS each has an id. */
export type InstallationKey = {
  readonly name: KeyName;
  readonly id: string;
  readonly bytes: Buffer;
  /** Asked before a key is taken for the right one for the first time: whether what is there opens with it. */
  readonly fits?: (sql: Sql) => Promise<boolean>;
};

/** The environment does not name the keys with which this installation was written. */
export class WrongKeys extends Error {
  override readonly name = 'WrongKeys';

  /** @param sentences what is wrong with each, and what to do; no key and no fingerprint is in them */
  constructor(readonly sentences: readonly string[]) {
    super(sentences.join(' '));
  }
}

type Row = { readonly name: KeyName; readonly id: string; readonly salt: Buffer; readonly fingerprint: Buffer };

/** What can never be read again without a key. */
const atStake: Readonly<Record<KeyName, string>> = {
  PAYLOAD_KEYS: 'the cases that were written with it stand still for ever',
  NOTES_KEY: 'the notes of all cases are lost',
  DISCLOSURE_KEY: 'nothing is lost, and what is published from then on is rounded in another way',
};

/**
 * Compares keys with the fingerprints of those that were used before; a key that is named for the first time is remembered.
 * @throws WrongKeys when one is another, or is missing; then none is remembered
 */
export async function checkKeys(sql: Sql, keys: readonly InstallationKey[]): Promise<void> {
  const names = [...new Set(keys.map(({ name }) => name))];
  const known = await readFingerprints(sql, names);
  const wrong: string[] = [];
  for (const key of keys) {
    const row = known.find((one) => one.name === key.name && one.id === key.id);
    const isRight =
      row === undefined ? ((await key.fits?.(sql)) ?? true) && isOf(key, await remember(sql, key)) : isOf(key, row);
    if (!isRight) {
      wrong.push(
        `${titleOf(key)} is another key than the one with which this installation was written. ${advice(key)}`,
      );
    }
  }
  for (const row of known.filter((one) => !keys.some(({ name, id }) => one.name === name && one.id === id))) {
    wrong.push(`${row.name} does not name the key ${row.id}, with which this installation was written. ${advice(row)}`);
  }
  if (wrong.length > 0) {
    throw new WrongKeys(wrong);
  }
}

/** Forgets a key, so that the installation goes on without it; answers whether it was known. */
export async function forgetKey(sql: Sql, name: KeyName, id: string): Promise<boolean> {
  const rows = await sql.query('DELETE FROM relais.installation_key WHERE name = $1 AND id = $2 RETURNING id', [
    name,
    id,
  ]);
  return rows.length > 0;
}

function titleOf({ name, id }: Pick<InstallationKey, 'name' | 'id'>): string {
  return id === '' ? name : `The key ${id} of ${name}`;
}

function advice({ name, id }: Pick<InstallationKey, 'name' | 'id'>): string {
  const key = id === '' ? name : `${name}:${id}`;
  return (
    'Bring the former one back: `npm start` keeps it in secrets.json, and a backup holds it. To go on without it ' +
    `(${atStake[name]}): \`npm start -- --forget-key ${key}\`, or with servers of your own ` +
    `\`node dist/libs/persistence/src/forget-key.js ${key}\`.`
  );
}

async function readFingerprints(sql: Sql, names: readonly KeyName[]): Promise<Row[]> {
  return sql.query<Row>(
    'SELECT name, id, salt, fingerprint FROM relais.installation_key WHERE name = ANY ($1::text[]) ORDER BY name, id',
    [names],
  );
}

/** The row that counts: another process may have started at the same time. */
async function remember(sql: Sql, key: InstallationKey): Promise<Row | undefined> {
  const salt = randomBytes(16);
  await sql.query(
    'INSERT INTO relais.installation_key (name, id, salt, fingerprint) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [key.name, key.id, salt, fingerprintOf(key, salt)],
  );
  return (await readFingerprints(sql, [key.name])).find(({ id }) => id === key.id);
}

function isOf(key: InstallationKey, row: Row | undefined): boolean {
  return row !== undefined && timingSafeEqual(row.fingerprint, fingerprintOf(key, row.salt));
}

/**
 * Tells no more of a key than whether a guess is right, which what was written with it tells as well; 32 random bytes cannot be
 * guessed. The name is in it, so that nobody sees whether two keys are one.
 */
function fingerprintOf({ name, id, bytes }: InstallationKey, salt: Buffer): Buffer {
  return createHmac('sha256', bytes).update(`relais ${name} ${id} `).update(salt).digest();
}
