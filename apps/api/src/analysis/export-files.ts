import fs from 'node:fs';
import { readdir, rename, rm, stat, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Response } from 'express';
import { layout } from '#archive';
import { workbookType } from '#tables';
import type { ExportFormat } from '#contracts/analysis';
import { AnalysisRepository, type StoredExport } from '#persistence/analysis';
import { ArchiveFolder } from './query-desk.js';

/** How long a file waits, in seconds. */
export const exportSeconds = 3_600;

const sweepEvery = 600_000;
const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson; charset=utf-8',
  xlsx: workbookType,
  parquet: 'application/vnd.apache.parquet',
};

/** The files that wait to be fetched. */
@Injectable()
export class ExportFiles implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly analysis: AnalysisRepository,
    private readonly folder: ArchiveFolder,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), sweepEvery);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Takes a finished file to where it waits; answers its path relative to the folder, and its bytes. */
  async keep(file: string, name: string): Promise<{ readonly file: string; readonly bytes: number }> {
    const place = path.join(layout.exports, name);
    await mkdir(path.join(this.folder.path, layout.exports), { recursive: true });
    await rename(file, path.join(this.folder.path, place));
    return { file: place, bytes: (await stat(path.join(this.folder.path, place))).size };
  }

  /** True when the file is still there. */
  async isThere({ file }: StoredExport): Promise<boolean> {
    return fs.existsSync(path.join(this.folder.path, file));
  }

  /** Streams a file to whoever fetches it; true when all of it left. */
  async send({ file, name, bytes }: StoredExport, response: Response): Promise<boolean> {
    const format = path.extname(name).slice(1) as ExportFormat;
    response.status(200);
    response.setHeader('content-type', types[format]);
    response.setHeader('content-length', String(bytes));
    response.setHeader('content-disposition', `attachment; filename="${name}"`);
    // A compressed answer would have another length.
    response.setHeader('cache-control', 'no-store, no-transform');
    try {
      await pipeline(fs.createReadStream(path.join(this.folder.path, file)), response);
      return true;
    } catch {
      return false;
    }
  }

  /** Deletes what has waited long enough, and what a process that was killed has left. */
  async sweep(): Promise<void> {
    await this.analysis.forgetExports(exportSeconds);
    const folder = path.join(this.folder.path, layout.exports);
    const names = await readdir(folder).catch((): string[] => []);
    for (const name of names) {
      const found = await stat(path.join(folder, name)).catch(() => undefined);
      if (found !== undefined && Date.now() - found.mtimeMs > exportSeconds * 1_000) {
        await rm(path.join(folder, name), { force: true });
      }
    }
  }
}
