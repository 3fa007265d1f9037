import fs from 'node:fs';
import path from 'node:path';
import type { Arena } from './arena/arena.js';
import { removeAllArenas } from './arena/folder.js';
import { BadInput, listing, readArguments, type Asked } from './arguments.js';
import { lineOf, tableOf, type Row } from './faults/row.js';
import { nonLinearizable } from './linearizable.js';
import { runsOf } from './runs.js';

const shownFindings = 20;
const say = (line: string) => void process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);

let arena: Arena | undefined;
let leaving = false;

async function leave(code: number): Promise<void> {
  if (leaving) {
    return;
  }
  leaving = true;
  await arena?.stop().catch((error: unknown) => console.error(error));
  await removeAllArenas();
  process.exit(code);
}

async function run(asked: Asked): Promise<number> {
  console.log(`seed ${asked.seed}`);
  const rows: Row[] = [];
  for (const { name, start } of runsOf(asked, say)) {
    say(`${name} ...`);
    const { operations = [], ...told } = await start((opened) => (arena = opened));
    const found = asked.linearizable ? await nonLinearizable(operations, say) : [];
    const row = { ...told, findings: [...told.findings, ...found] };
    rows.push(row);
    say(lineOf(row));
    [...row.notes, ...row.findings.slice(0, shownFindings)].forEach((one) => say(`  ${one}`));
  }
  console.log(`\n${tableOf(rows)}\n\nwritten to ${keep(asked, rows)}`);
  const found = rows.some((row) => row.findings.length > 0);
  if (asked.broken !== undefined) {
    console.log(found ? 'The broken build was caught.' : 'The broken build was NOT caught.');
    return found ? 0 : 1;
  }
  return found ? 1 : 0;
}

function keep(asked: Asked, rows: readonly Row[]): string {
  const file = path.join('.relais/chaos', `${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ asked, rows }, undefined, 2));
  return file;
}

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  if (asked.fault === 'list') {
    console.log(listing());
    return 0;
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void leave(130));
  }
  process.on('uncaughtException', (error) => {
    console.error(error);
    void leave(1);
  });
  return run(asked);
}

main().then(
  (code) => leave(code),
  (error: unknown) => {
    console.error(error instanceof BadInput ? error.message : error);
    return leave(error instanceof BadInput ? 2 : 1);
  },
);
