import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Fault, Files, Job, JobMessage, QueryRunner, ResultColumn } from '#archive';
import { resultFile } from '../../libs/archive/src/query/job.js';
import { perform, prepare } from '../../libs/archive/src/query/performing.js';
import { noFiles } from './archive-world.js';

/** Everything that a query answered. */
export type Answered = {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly unknown[])[];
  readonly cut: 'rows' | 'bytes' | null | undefined;
  readonly fault: Fault | undefined;
};

type Asking = Partial<Pick<Job, 'parameters' | 'into'>> & {
  readonly files?: Files;
  readonly seconds?: number;
  readonly signal?: AbortSignal;
  readonly keep?: (file: string) => Promise<void>;
};

const screen = { kind: 'rows', rows: 10_000, bytes: 8_000_000 } as const;

/** Runs one query to its end. */
export async function answerOf(runner: Pick<QueryRunner, 'run'>, sql: string, asking: Asking = {}): Promise<Answered> {
  const { parameters = {}, into = screen, files = noFiles, seconds = 30, signal, keep } = asking;
  const rows: (readonly unknown[])[] = [];
  let columns: readonly ResultColumn[] = [];
  let last: Pick<Answered, 'cut' | 'fault'> = { cut: undefined, fault: undefined };
  const options = { seconds, ...(signal && { signal }), ...(keep && { keep }) };
  for await (const message of runner.run({ sql, parameters, files, into }, options)) {
    if (message.kind === 'columns') {
      columns = message.columns;
    }
    if (message.kind === 'rows') {
      rows.push(...message.rows);
    }
    if (message.kind === 'done') {
      last = { cut: message.cut, fault: undefined };
    }
    if (message.kind === 'fault') {
      last = { cut: undefined, fault: message.fault };
    }
  }
  return { columns, rows, ...last };
}

/** Performs queries as their processes do, each on an engine and in a folder of its own, but here: to start a process takes longer than most questions. */
export function performingHere(folder: string): Pick<QueryRunner, 'run'> {
  return {
    async *run(job, { keep }) {
      const scratch = mkdtempSync(path.join(folder, 'query-'));
      const messages: JobMessage[] = [];
      const connection = await prepare(scratch);
      const last = await perform(connection, job, { scratch, say: (message) => messages.push(message) });
      connection.closeSync();
      if (job.into.kind === 'file' && last.kind === 'done') {
        await keep?.(path.join(scratch, resultFile));
      }
      rmSync(scratch, { recursive: true });
      yield* messages;
      yield last;
    },
  };
}
