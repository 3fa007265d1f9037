import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Operation } from './checker/operations.js';

const folder = path.resolve('infra/linearizable');

/**
 * Asks porcupine whether the operations on each case can be put in an order that agrees with when they were asked and answered.
 * @returns findings, none when they can
 */
export async function nonLinearizable(
  operations: readonly Operation[],
  say: (line: string) => void,
): Promise<string[]> {
  const porcupine = spawn('go', ['run', '.'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    porcupine.on('error', () =>
      reject(new Error('Porcupine needs Go 1.25 or newer: install it, or leave --linearizable out.')),
    );
    porcupine.on('close', resolve);
  });
  porcupine.stdin.on('error', () => undefined);
  porcupine.stdin.end(operations.map((one) => JSON.stringify(one)).join('\n'));
  const [told, code] = await Promise.all([text(porcupine.stdout), ended]);
  const lines = told.trimEnd().split('\n');
  say(`  porcupine: ${lines.at(-1)}`);
  return code === 0 ? [] : lines.map((line) => `porcupine: ${line}`);
}
