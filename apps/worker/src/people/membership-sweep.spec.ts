import { expect, it } from '@jest/globals';
import { sweepMemberships } from './membership-sweep.js';

it('forgets what is over, and ends memberships that were asked about before it asks about others', async () => {
  const done: string[] = [];
  const doing = (what: string) => async () => void done.push(what);
  const counting = (what: string, count: number) => async () => {
    done.push(what);
    return count;
  };
  const swept = await sweepMemberships({
    absences: { forget: doing('absences') },
    invitations: { forgetAddresses: doing('addresses') },
    memberships: { end: counting('end', 2), ask: counting('ask', 3) },
  });
  expect([done, swept]).toEqual([['absences', 'addresses', 'end', 'ask'], { ended: 2, asked: 3 }]);
});
