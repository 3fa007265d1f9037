import { describe, expect, it } from '@jest/globals';
import type { CommandRequest, PastCommand } from './index.js';
import { createMemory } from './memory.js';

const at = (second: number) => new Date(Date.UTC(2026, 8, 1, 9, 0, second)).toISOString();
const command = (commandId: string, second?: number): PastCommand => ({
  commandId,
  fingerprint: 'f',
  sequence: 1,
  ...(second !== undefined && { askedAt: at(second) }),
});
const asked = (second?: number) => (second === undefined ? {} : { askedAt: at(second) }) as CommandRequest;

/** A memory of three after these commands, handed from run to run. */
function after(commands: readonly PastCommand[]) {
  return commands.reduce(
    (memory, one) => {
      memory.add(one);
      return createMemory(memory.carried(), 3);
    },
    createMemory(undefined, 3),
  );
}

describe('what a case remembers', () => {
  it('is the newest, and it has forgotten nothing as long as all are there', () => {
    const memory = after([command('a', 1), command('b', 2), command('c', 3)]);
    expect(['a', 'b', 'c', 'd'].map((id) => memory.find(id)?.commandId)).toStrictEqual(['a', 'b', 'c', undefined]);
    expect([asked(0), asked(9), asked()].map((one) => memory.hasForgotten(one))).toEqual([false, false, false]);
  });

  it('takes for forgotten what is no younger than the youngest it forgot, in whatever order they came', () => {
    const memory = after([command('a', 5), command('b', 2), command('c', 3), command('d', 4), command('e', 9)]);
    expect(memory.find('b')).toBeUndefined();
    expect([1, 2, 3, 5, 6, 9].map((second) => memory.hasForgotten(asked(second)))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('keeps commands of before, whose age nobody told, however many come after', () => {
    const memory = after([
      command('old'),
      ...Array.from({ length: 9 }, (_, second) => command(`new-${second}`, second)),
    ]);
    expect(memory.find('old')).toBeDefined();
    expect(memory.carried().past).toHaveLength(4);
  });

  it('stays bounded when no age is told', () => {
    const memory = after(Array.from({ length: 9 }, (_, number) => command(`old-${number}`)));
    expect(memory.carried()).toEqual({ past: [command('old-6'), command('old-7'), command('old-8')] });
  });
});
