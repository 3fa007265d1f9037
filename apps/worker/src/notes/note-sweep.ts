import { Injectable } from '@nestjs/common';
import { UntoldNoteRepository } from '#persistence/case';
import { Database } from '#persistence/kernel';
import { CaseRefused, EngineAway, type CaseClient } from '#temporal';
import { Sweep } from '../sweep.js';
import { WorkerSettings } from '../worker.settings.js';

type Notes = Pick<UntoldNoteRepository, keyof UntoldNoteRepository>;

/** Removes notes whose command never happened: the API died between writing and asking, or never heard what came of it. */
@Injectable()
export class NoteSweep {
  private readonly sweep = new Sweep();
  private readonly notes: UntoldNoteRepository;

  constructor(
    private readonly settings: WorkerSettings,
    database: Database,
  ) {
    this.notes = new UntoldNoteRepository(database);
  }

  /** Sweeps at once, and then every hour until `stop`. */
  start(client: Pick<CaseClient, 'state'>): void {
    this.sweep.start(
      async (signal) => {
        const removed = await sweepNotes(this.notes, client, signal);
        if (removed > 0) {
          this.settings.logger.info({ removed }, 'notes of commands that never happened are removed');
        }
      },
      (error) => this.settings.logger.warn({ err: error }, 'notes cannot be looked through, trying again'),
    );
  }

  async stop(): Promise<void> {
    await this.sweep.stop();
  }
}

/**
 * Settles the notes that nobody has touched for an hour: one that an event tells of is kept for good; one of which none tells is removed,
 * once the log is as far as the case itself. Whoever brought it has given up long ago, an answer of the case comes after all that it was
 * asked before, and whoever asks again brings the note again.
 * @returns how many were removed
 * @throws when PostgreSQL is away
 */
export async function sweepNotes(
  notes: Notes,
  client: Pick<CaseClient, 'state'>,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  let after: string | undefined;
  while (!signal.aborted) {
    const found = await notes.findUnsettled(after);
    if (found === undefined) {
      break;
    }
    const { caseId } = found;
    after = caseId;
    const { told } = await notes.findTold(caseId);
    await notes.keep(found.notes.filter((one) => told.has(one.noteId)));
    if (found.notes.every((one) => told.has(one.noteId))) {
      continue;
    }
    const sequence = await sequenceOf(client, caseId);
    // Read again: what the case has told, it may have told since.
    const known = await notes.findTold(caseId);
    if (sequence !== undefined && known.sequence >= sequence) {
      removed += await notes.remove(found.notes.filter((one) => !known.told.has(one.noteId)));
    }
  }
  await notes.removeUnusedKeys();
  return removed;
}

/**
 * How far a case is; 0 when there is none, and there never will be: its opening was refused or did not arrive. Undefined when it does not
 * answer now, which keeps its notes until the next time and holds up no other case.
 */
async function sequenceOf(client: Pick<CaseClient, 'state'>, caseId: string): Promise<number | undefined> {
  try {
    return (await client.state(caseId)).sequence;
  } catch (error) {
    if (error instanceof CaseRefused) {
      return 0;
    }
    if (error instanceof EngineAway) {
      return undefined;
    }
    throw error;
  }
}
