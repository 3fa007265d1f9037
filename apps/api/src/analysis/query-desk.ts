import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { QueryRunner, type Job, type JobMessage, type RunOptions } from '#archive';
import { streamNames } from '#contracts/kernel/codes';
import { ArchiveFileRepository, rowStreams } from '#persistence/analysis';

/** The archive's folder; the archive writer has the same. */
export class ArchiveFolder {
  constructor(readonly path: string) {}
}

/** Runs queries over the files of this moment. */
@Injectable()
export class QueryDesk {
  constructor(
    private readonly files: ArchiveFileRepository,
    private readonly runner: QueryRunner,
    private readonly folder: ArchiveFolder,
  ) {}

  /** See `QueryRunner.run`. */
  async *run(job: Omit<Job, 'files'>, options: RunOptions): AsyncGenerator<JobMessage> {
    const live = await this.files.findLive();
    const within = (wanted: (stream: string) => boolean) =>
      live.filter(({ stream }) => wanted(stream)).map((file) => path.resolve(this.folder.path, file.path));
    const files = {
      events: within((stream) => streamNames.some((one) => one === stream)),
      cases: within((stream) => stream === rowStreams.cases),
      referrals: within((stream) => stream === rowStreams.referrals),
      measures: within((stream) => stream === 'measures'),
    };
    yield* this.runner.run({ ...job, files }, options);
  }
}
