import fs from 'node:fs';
import path from 'node:path';
import { createDataSource } from '#persistence/kernel';
import type { DataSource } from 'typeorm';
import { matrixRows, openMatrix, type RightMatrix } from '../support/right-matrix.js';
import { anybody, type RightRow } from '../support/right-rows.js';
import { startSystem, type System } from '../support/system.js';
import { type Cut, cutsOf } from './cuts.js';
import { heldElsewhere } from './held-elsewhere.js';
import { firstFailure, suitesOf } from './replay.js';

const say = (line: string) => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
const folder = path.resolve('.relais/mutants');
const built = path.resolve('dist/apps/api');
/** How many rows are asked side by side. */
const sideBySide = 6;

/** Beside the cut program everything is what was built. */
function layOut(): void {
  fs.rmSync(folder, { recursive: true, force: true });
  const place = path.join(folder, 'apps/api');
  fs.mkdirSync(place, { recursive: true });
  for (const [from, names] of [
    [built, fs.readdirSync(built).filter((name) => name !== 'main.js')],
    [path.resolve('dist/apps'), fs.readdirSync('dist/apps').filter((name) => name !== 'api')],
    [path.resolve('dist'), fs.readdirSync('dist').filter((name) => name !== 'apps')],
  ] as const) {
    const to = path.join(folder, path.relative(path.resolve('dist'), from));
    names.forEach((name) => fs.symlinkSync(path.join(from, name), path.join(to, name)));
  }
}

/** The first answer that is not what it has to be, of those who may not; what others are answered changes what there is. */
async function firstBreach(matrix: RightMatrix, rows: readonly RightRow[]): Promise<string | undefined> {
  const waiting = rows.flatMap((row) =>
    anybody.filter((person) => !row.allowed.includes(person)).map((person) => ({ row, person })),
  );
  let breach: string | undefined;
  const ask = async () => {
    for (let next = waiting.shift(); next !== undefined && breach === undefined; next = waiting.shift()) {
      const { row, person } = next;
      const told = await matrix
        .answerTo(row, person)
        .catch((error: unknown) => [String(error).slice(0, 80), ''] as const);
      if (told[0] !== told[1]) {
        breach ??= `${person}, ${row.name}: ${told[0]} instead of ${told[1]}`;
      }
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, ask));
  return breach;
}

const keptTables = ['person', 'membership', 'membership_service', 'session', 'setting', 'passkey', 'account'];

/** What a mutant let somebody do is taken back, so that the next one is asked the same. */
function keeper(source: DataSource) {
  const inOne = async (statements: readonly string[]) => {
    await source.transaction(async (sql) => {
      for (const statement of statements) {
        await sql.query(statement);
      }
    });
  };
  return {
    keep: () =>
      inOne([
        'CREATE SCHEMA mutants',
        ...keptTables.map((name) => `CREATE TABLE mutants.${name} AS TABLE relais.${name}`),
      ]),
    restore: () =>
      inOne([
        `SET LOCAL session_replication_role = replica`,
        ...keptTables.flatMap((name) => [
          `DELETE FROM relais.${name}`,
          `INSERT INTO relais.${name} SELECT * FROM mutants.${name}`,
        ]),
      ]),
  };
}

/** Answers the survivors that nothing accounts for. */
async function play(system: System, source: DataSource): Promise<string[]> {
  const { stack } = system;
  const program = fs.readFileSync(path.join(built, 'main.js'), 'utf8');
  const only = process.argv.slice(2);
  const cuts = cutsOf(program).filter(({ name }) => only.length === 0 || only.some((text) => name.includes(text)));
  const matrix = await openMatrix(stack);
  const rows = matrixRows(() => matrix);
  const { keep, restore } = keeper(source);
  await keep();
  say(`${cuts.length} checks, ${rows.length} rows`);
  const survivors: string[] = [];
  const counts = { caught: 0, replayed: 0, elsewhere: 0, startless: 0 };
  const start = async (text: string) => {
    fs.writeFileSync(path.join(folder, 'apps/api/main.js'), text);
    // Everybody asks from one address, more often than one who guesses at links may.
    await source.query('TRUNCATE relais.throttle');
    // And for longer than a session lasts whose person does nothing.
    await source.query('UPDATE relais.session SET seen_at = now() WHERE NOT is_replaced');
    await stack.api.kill('SIGKILL');
    await stack.api.restart({ dist: folder });
  };
  const outcomeOf = async ({ name, from, to, instead }: Cut): Promise<string> => {
    try {
      await start(program.slice(0, from) + instead + program.slice(to));
    } catch {
      counts.startless += 1;
      return 'does not start';
    }
    const breach = await firstBreach(matrix, rows);
    if (breach !== undefined) {
      counts.caught += 1;
      await restore();
      return `caught by ${breach}`;
    }
    const held = heldElsewhere.find((one) => name.startsWith(one.cut));
    if (held !== undefined) {
      counts.elsewhere += 1;
      return `held by ${held.by}`;
    }
    const failure = await firstFailure(folder, suitesOf(name));
    if (failure !== undefined) {
      counts.replayed += 1;
      return `caught by ${failure}`;
    }
    survivors.push(name);
    return 'SURVIVES';
  };
  await start(program);
  const before = await firstBreach(matrix, rows);
  if (before !== undefined) {
    throw new Error(`Nothing is removed, and the matrix is not what it has to be: ${before}`);
  }
  for (const [place, one] of cuts.entries()) {
    say(`${place + 1}/${cuts.length} ${one.name}: ${await outcomeOf(one)}`);
  }
  await start(program);
  const after = await firstBreach(matrix, rows);
  if (after !== undefined) {
    throw new Error(`A mutant left something behind, and what came after it counts for nothing: ${after}`);
  }
  say(
    `${counts.caught} caught by rows, ${counts.replayed} by suites, ${counts.elsewhere} held by other tests, ${counts.startless} do not start, ${survivors.length} survive`,
  );
  return survivors;
}

async function main(): Promise<number> {
  layOut();
  const system = await startSystem({ SIGN_IN: 'development,mail', PUBLIC_URL: 'https://relais.example' });
  const source = await createDataSource(system.databaseUrl, { connections: 1 }).initialize();
  try {
    const survivors = await play(system, source);
    survivors.forEach((name) => say(`SURVIVES ${name}`));
    return survivors.length === 0 ? 0 : 1;
  } finally {
    await source.destroy();
    await system.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
