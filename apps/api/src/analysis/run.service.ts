import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { runSeconds } from '#archive';
import { runCaps, type RunMessage, type RunRequest } from '#contracts/analysis';
import { covered } from '#domain/anonymity';
import type { Language } from '#contracts/kernel/codes';
import { ArchiveFileRepository, AuditRepository } from '#persistence/analysis';
import type { Caller } from '../kernel/session/caller.js';
import { wordFault } from './fault-texts.js';
import type { Lines } from './lines.js';
import { QueryDesk } from './query-desk.js';

/** A query as the audit has it: its text, and its parameters as a comment, so that it can be run again as it stands. */
export function textOfRun({ sql, parameters }: Pick<RunRequest, 'sql' | 'parameters'>): string {
  const given = Object.entries(parameters).map(([name, value]) => {
    // In JSON some signs are written in another way, so that a value is covered before.
    return `$${name} = ${JSON.stringify(typeof value === 'string' ? covered(value) : value)}`;
  });
  // PostgreSQL has no zero characters in texts.
  return [sql, ...given.map((one) => `-- ${one}`)].join('\n').replaceAll('\0', '\uFFFD');
}

/** Queries of the workbench. */
@Injectable()
export class RunService {
  constructor(
    private readonly desk: QueryDesk,
    private readonly files: ArchiveFileRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** Writes the query down, then runs it while its answer is read. */
  async open(caller: Caller, request: RunRequest, language: Language): Promise<Lines<RunMessage>> {
    const auditId = await this.audit.record({
      personId: caller.viewer.personId,
      kind: 'query',
      subject: textOfRun(request),
      ...(request.queryId !== undefined && { queryId: request.queryId }),
      rows: null,
      outcome: 'running',
      milliseconds: 0,
    });
    return (signal) => this.messages(auditId, request, { person: caller.viewer.personId, language, signal });
  }

  private async *messages(
    auditId: number,
    { sql, parameters }: RunRequest,
    { language, ...reader }: { readonly person: string; readonly language: Language; readonly signal: AbortSignal },
  ): AsyncGenerator<RunMessage> {
    const from = performance.now();
    let sent = 0;
    const finish = (outcome: string) =>
      this.audit.complete(auditId, { rows: sent, outcome, milliseconds: performance.now() - from });
    try {
      yield { kind: 'started' };
      const filedUntil = await this.files.findFiledUntil();
      const into = { kind: 'rows', rows: runCaps.rows, bytes: runCaps.bytes } as const;
      for await (const message of this.desk.run({ sql, parameters, into }, { seconds: runSeconds, ...reader })) {
        const milliseconds = performance.now() - from;
        switch (message.kind) {
          case 'waiting':
            yield { kind: 'progress', percent: null, seconds: milliseconds / 1_000, ahead: message.ahead };
            break;
          case 'progress':
            yield { kind: 'progress', percent: message.percent, seconds: milliseconds / 1_000 };
            break;
          case 'rows':
            sent += message.rows.length;
            yield { kind: 'rows', rows: message.rows.map((row) => [...row]) };
            break;
          case 'columns':
            yield { kind: 'columns', columns: [...message.columns] };
            break;
          case 'counted':
            break;
          case 'done':
            await finish(message.cut === null ? 'done' : `cut by ${message.cut}`);
            yield { kind: 'end', rows: message.rows, cut: message.cut, milliseconds, filedUntil };
            break;
          case 'fault':
            await finish(message.fault.code);
            yield { kind: 'fault', fault: wordFault(message.fault, language) };
            break;
          default:
            throw message satisfies never;
        }
      }
    } catch (error) {
      await finish('failed').catch(() => undefined);
      throw error;
    }
  }
}
