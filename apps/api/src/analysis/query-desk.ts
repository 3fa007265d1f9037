import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { faultFor, mostQueries, QueryRunner, type Files, type Job, type JobMessage, type RunOptions } from '#archive';
import { streamNames } from '#contracts/kernel/codes';
import { ArchiveFileRepository, rowStreams } from '#persistence/analysis';
import { Turns } from '../kernel/turns.js';

/** The archive's folder; the archive writer has the same. */
export class ArchiveFolder {
  constructor(readonly path: string) {}
}

/** Places of one process. One stays for queries while files are made, and one for others while a person uses theirs. */
const limits = { places: mostQueries, placesPerPerson: 2, longPlaces: 2, longPerPerson: 1, waitingPerPerson: 10 };

/** For whom a job is done. */
type DeskOptions = RunOptions & { readonly person: string };

/** What comes of a job; it waits for its turn with so many before it. */
type DeskMessage = JobMessage | { readonly kind: 'waiting'; readonly ahead: number };

/** Runs queries over the files of this moment, those of each person in their turn. */
@Injectable()
export class QueryDesk {
  private readonly turns = new Turns(limits);

  constructor(
    private readonly files: ArchiveFileRepository,
    private readonly runner: QueryRunner,
    private readonly folder: ArchiveFolder,
  ) {}

  /** See `QueryRunner.run`; its seconds begin with its turn. */
  async *run(job: Omit<Job, 'files'>, { person, ...options }: DeskOptions): AsyncGenerator<DeskMessage> {
    const turn = this.turns.ask({ person, long: job.into.kind === 'file' });
    if (turn === undefined) {
      yield { kind: 'fault', fault: faultFor('busy', 'busy') };
      return;
    }
    const leave = () => turn.leave();
    options.signal?.addEventListener('abort', leave, { once: true });
    if (options.signal?.aborted === true) {
      leave();
    }
    try {
      for await (const ahead of turn) {
        yield { kind: 'waiting', ahead };
      }
      if (turn.state !== 'working') {
        yield { kind: 'fault', fault: faultFor('stopped', 'stopped') };
        return;
      }
      yield* this.runner.run({ ...job, files: await this.filesOf() }, options);
    } finally {
      options.signal?.removeEventListener('abort', leave);
      leave();
    }
  }

  private async filesOf(): Promise<Files> {
    const live = await this.files.findLive();
    const within = (wanted: (stream: string) => boolean) =>
      live.filter(({ stream }) => wanted(stream)).map((file) => path.resolve(this.folder.path, file.path));
    return {
      events: within((stream) => streamNames.some((one) => one === stream)),
      cases: within((stream) => stream === rowStreams.cases),
      referrals: within((stream) => stream === rowStreams.referrals),
      measures: within((stream) => stream === 'measures'),
    };
  }
}
