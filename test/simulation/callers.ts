import { ApplicationFailure } from '@temporalio/common';
import type { Refusal } from '#contracts/catalogue';
import type { CommandRequest, CommandResult } from '#workflows';
import type { Temporal, Unhandled } from './engines/temporal.js';
import type { Outcome } from './engines/run.js';
import type { World } from './world.js';

/** What a caller was told of a command. */
export type Told =
  | { readonly kind: 'accepted'; readonly result: CommandResult }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** A command with everything its caller was told of it. */
export type Asked = {
  readonly caseId: string;
  readonly request: CommandRequest;
  readonly told: Told[];
};

const patience = 10_000;

/** Gives commands to cases over a network that loses and doubles, and asks again with the same key. */
export class Callers {
  /** Every command that was given, oldest first. */
  readonly asked: Asked[] = [];
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly temporal: Temporal,
  ) {}

  /** Gives a command until there is an answer or the caller gives up. */
  async give(caseId: string, command: CommandRequest): Promise<void> {
    const request = { ...command, askedAt: this.askedAt(command.commandId) };
    const asked: Asked = { caseId, request, told: [] };
    this.asked.push(asked);
    const { world } = this;
    world.say(
      () => `${request.by.personId} asks ${request.command.type} (${request.commandId}) of case ${caseId.slice(-2)}`,
    );
    const tries = 1 + Math.floor(world.actors() * 4);
    for (let tried = 0; tried < tries;) {
      const told = await this.call(asked);
      world.say(() => `${request.commandId} is ${told.kind} ${told.kind === 'refused' ? told.code : ''}`);
      asked.told.push(told);
      if (told.kind === 'refused') {
        return;
      }
      // What was accepted is sometimes asked again all the same.
      tried += told.kind === 'accepted' ? 2 : 1;
    }
  }

  /** When a key was first used, as PostgreSQL would tell: by one clock, and never the same twice. */
  private askedAt(commandId: string): string {
    const known = this.keys.get(commandId);
    if (known !== undefined) {
      return known;
    }
    const at = `${new Date(this.world.now).toISOString()} ${String(this.keys.size).padStart(6, '0')}`;
    this.keys.set(commandId, at);
    return at;
  }

  private call(asked: Asked): Promise<Told> {
    const { world, temporal } = this;
    const again = asked.told.some(({ kind }) => kind === 'unknown');
    const request = again ? { ...asked.request, again } : asked.request;
    let isRefused = false;
    return new Promise((resolve) => {
      const copies = world.goesWrong('duplicate', 0.1) ? 2 : 1;
      for (let copy = 0; copy < copies; copy++) {
        world.after(world.latency(), () => {
          // No connection brings a second copy of one request after its answer; what an earlier request left behind may come at any time.
          if (world.goesWrong('request-lost', 0.05) || isRefused) {
            return;
          }
          temporal.update(asked.caseId, request, (answer) => {
            if (!world.goesWrong('answer-lost', 0.05)) {
              const told = meaningOf(answer, asked.request);
              isRefused ||= told.kind === 'refused';
              world.after(world.latency(), () => resolve(told));
            }
          });
        });
      }
      world.after(patience, () => resolve({ kind: 'unknown' }));
    });
  }
}

function meaningOf(answer: Outcome | Unhandled, { fingerprint }: CommandRequest): Told {
  if ('lost' in answer) {
    return { kind: 'unknown' };
  }
  if ('gone' in answer) {
    return { kind: 'refused', code: answer.gone === 'ended' ? 'case-ended' : 'case-not-found' };
  }
  if ('error' in answer) {
    const { error } = answer;
    const [refusal] = error instanceof ApplicationFailure ? (error.details ?? []) : [];
    return { kind: 'refused', code: (refusal as Refusal | undefined)?.code ?? `no refusal: ${String(error)}` };
  }
  if (answer.result.fingerprint !== fingerprint) {
    return { kind: 'refused', code: 'key-reused' };
  }
  const { refusal } = answer.result;
  return refusal === undefined ? { kind: 'accepted', result: answer.result } : { kind: 'refused', code: refusal.code };
}
