import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import type { Fault } from '#archive';
import type { ExportMessage, ExportRequest } from '#contracts/analysis';
import { csvMannerOf, plainCsv, type Language } from '#contracts/kernel/codes';
import { AnalysisRepository, ArchiveFileRepository, AuditRepository } from '#persistence/analysis';
import { Exports } from '../kernel/exports.js';
import { Problem } from '../kernel/problems/problem.js';
import type { Caller } from '../kernel/session/caller.js';
import { ExportFiles, exportSeconds } from './export-files.js';
import { exportQueryOf, type ExportQuery } from './export-query.js';
import { behindFault, wordFault } from './fault-texts.js';
import type { Lines } from './lines.js';
import { QueryDesk } from './query-desk.js';
import { recorded } from './recording.js';

const copySeconds = 300;
const longestFiling = 15_000;
const filingPause = 100;

/** One export that is being made. */
type Making = {
  readonly auditId: number;
  readonly personId: string;
  readonly request: ExportRequest;
  readonly query: ExportQuery;
  readonly language: Language;
  readonly from: number;
};

/** Files that analysts take away. */
@Injectable()
export class ExportService {
  constructor(
    private readonly exports: Exports,
    private readonly desk: QueryDesk,
    private readonly archive: ArchiveFileRepository,
    private readonly analysis: AnalysisRepository,
    private readonly audit: AuditRepository,
    private readonly files: ExportFiles,
  ) {}

  /** Writes the export down, then makes it while its progress is read. */
  async open(caller: Caller, request: ExportRequest, language: Language): Promise<Lines<ExportMessage>> {
    await this.exports.allow();
    const query = exportQueryOf(request);
    const { personId } = caller.viewer;
    const auditId = await this.audit.record({
      personId,
      kind: 'export',
      subject: query.subject,
      rows: null,
      outcome: 'running',
      milliseconds: 0,
    });
    const making = { auditId, personId, request, query, language, from: performance.now() };
    return (signal) => this.messages(making, signal);
  }

  /** Sends a file to the person who made it. */
  async fetch(caller: Caller, exportId: string, response: Response): Promise<void> {
    await this.exports.allow();
    const found = await this.analysis.findExport(exportId, caller.viewer.personId, exportSeconds);
    if (found === undefined || !(await this.files.isThere(found))) {
      throw new Problem('export-gone');
    }
    await recorded(this.audit, caller, {
      kind: 'download',
      subject: found.name,
      work: () => this.files.send(found, response),
      rowsOf: (whole) => (whole ? found.rows : 0),
    });
  }

  private async *messages(making: Making, signal: AbortSignal): AsyncGenerator<ExportMessage> {
    try {
      yield* this.make(making, signal);
    } catch (error) {
      await this.finish(making, 0, 'failed').catch(() => undefined);
      throw error;
    }
  }

  private async *make(making: Making, signal: AbortSignal): AsyncGenerator<ExportMessage> {
    const { request, query } = making;
    if (request.of === 'events' && !(await this.filed(signal))) {
      if (signal.aborted) {
        await this.finish(making, 0, 'stopped');
        return;
      }
      await this.finish(making, 0, 'failed');
      yield { kind: 'fault', fault: behindFault(await this.archive.findFiledUntil(), making.language) };
      return;
    }
    if (!query.count) {
      yield { kind: 'started', rows: null };
    }
    yield* this.copy(making, signal);
  }

  private async *copy(making: Making, signal: AbortSignal): AsyncGenerator<ExportMessage> {
    const { query, request, from } = making;
    const exportId = randomUUID();
    let kept = { file: '', bytes: 0 };
    const options = {
      person: making.personId,
      seconds: copySeconds,
      signal,
      keep: async (file: string) => {
        kept = await this.files.keep(file, `${exportId}.${request.format}`);
      },
    };
    const csv = request.language === undefined ? plainCsv : csvMannerOf(request.language);
    const into = { kind: 'file', format: request.format, csv, count: query.count } as const;
    for await (const message of this.desk.run({ sql: query.sql, parameters: query.parameters, into }, options)) {
      const seconds = (performance.now() - from) / 1_000;
      if (message.kind === 'waiting') {
        yield { kind: 'progress', percent: null, bytes: 0, seconds, ahead: message.ahead };
      }
      if (message.kind === 'counted') {
        yield { kind: 'started', rows: message.rows };
      }
      if (message.kind === 'progress') {
        yield { kind: 'progress', percent: message.percent, bytes: message.bytes, seconds };
      }
      if (message.kind === 'fault') {
        yield await this.fault(making, message.fault);
      }
      if (message.kind === 'done') {
        const { rows } = message;
        const name = `relais-${query.title}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.${request.format}`;
        await this.analysis.addExport({ exportId, personId: making.personId, name, rows, ...kept });
        await this.finish(making, rows, 'done');
        yield { kind: 'ready', exportId, name, rows, bytes: kept.bytes };
      }
    }
    await this.files.sweep();
  }

  /** True once files hold all that had come in when this was asked; false when that takes too long. */
  private async filed(signal: AbortSignal): Promise<boolean> {
    const places = await this.archive.askForFiling();
    const end = performance.now() + longestFiling;
    while (places.length > 0 && !(await this.archive.isFiled(places))) {
      if (performance.now() > end || signal.aborted) {
        return false;
      }
      await delay(filingPause);
    }
    return true;
  }

  private async fault(making: Making, fault: Fault): Promise<ExportMessage> {
    await this.finish(making, 0, fault.code);
    return { kind: 'fault', fault: wordFault(fault, making.language) };
  }

  private async finish({ auditId, from }: Making, rows: number, outcome: string): Promise<void> {
    await this.audit.complete(auditId, { rows, outcome, milliseconds: performance.now() - from });
  }
}
