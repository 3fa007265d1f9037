import { describe, expect, it } from '@jest/globals';
import { leaveLate } from './leaving.js';

function group(answers: readonly (Error | undefined)[]) {
  const left: unknown[] = [];
  let asked = 0;
  let open = 0;
  const leaving = (isNeeded: () => boolean) =>
    leaveLate({
      groupId: 'readers',
      memberId: 'one',
      isNeeded,
      open: async () => {
        open += 1;
        return {
          disconnect: async () => void (open -= 1),
          findGroupCoordinator: async () => ({
            leaveGroup: async (member: unknown) => {
              const answer = answers[asked++];
              if (answer !== undefined) {
                throw answer;
              }
              left.push(member);
            },
          }),
        };
      },
    });
  return { left, leaving, asked: () => asked, open: () => open };
}

const unknown = Object.assign(new Error('unknown'), { type: 'UNKNOWN_MEMBER_ID' });

describe('a member that could not leave its group', () => {
  it('leaves it once Kafka is back', async () => {
    const { left, leaving, asked, open } = group([new Error('away'), new Error('away'), undefined]);
    await leaving(() => true);
    expect([left, asked()]).toEqual([[{ groupId: 'readers', memberId: 'one' }], 3]);
    await new Promise(setImmediate);
    expect(open()).toBe(0);
  });

  it('asks no more when the group knows it no more, or has gone on', async () => {
    const known = group([unknown]);
    await known.leaving(() => true);
    expect(known.asked()).toBe(1);
    const gone = group([new Error('away')]);
    await gone.leaving(() => gone.asked() === 0);
    expect([gone.left, gone.asked()]).toEqual([[], 1]);
  });
});
