import type { CaseInput, CommandRequest, PastCommand } from './index.js';

/** Commands that are remembered; whoever repeats one later than that has given up long ago, and is told so. */
const standardMemory = 300;

type Carried = Pick<NonNullable<CaseInput['carried']>, 'past' | 'forgottenUntil'>;

/** What a case remembers of the commands it decided. */
export type Memory = {
  /** The command of this id; the caller looks whether it asked the same. */
  find(commandId: string): PastCommand | undefined;
  /** True when the command may have been decided and forgotten: its id is no younger than one that was. */
  hasForgotten(request: CommandRequest): boolean;
  add(command: PastCommand): void;
  /** For the next run. */
  carried(): Carried;
};

/**
 * Makes a memory of the newest commands. Temporal knows an update's id within one run only; this carries them into the next ones. What
 * it forgets it does not take for new: ids are given out by one clock, and one instant says up to which they may be forgotten.
 */
export function createMemory(before?: Carried, most = standardMemory): Memory {
  let past: readonly PastCommand[] = before?.past ?? [];
  let forgottenUntil = before?.forgottenUntil;

  return {
    find: (commandId) => past.find((one) => one.commandId === commandId),

    hasForgotten: ({ askedAt }) => askedAt !== undefined && forgottenUntil !== undefined && askedAt <= forgottenUntil,

    // Those whose age nobody told, as all were once, are kept apart: once gone, nothing shows that they were.
    add: (command) => {
      past = [...past, command];
      const alike = past.filter(({ askedAt }) => (askedAt === undefined) === (command.askedAt === undefined));
      const [oldest] = alike;
      if (oldest === undefined || alike.length <= most) {
        return;
      }
      past = past.filter((one) => one !== oldest);
      const { askedAt } = oldest;
      if (askedAt !== undefined && (forgottenUntil === undefined || askedAt > forgottenUntil)) {
        forgottenUntil = askedAt;
      }
    },

    carried: () => ({ past, ...(forgottenUntil !== undefined && { forgottenUntil }) }),
  };
}
