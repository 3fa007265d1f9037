import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { BareActivities } from './activities.js';

/** The one update of the bare workflow; answers how many there were. */
export const pokeUpdate = defineUpdate<number, [boolean]>('poke');

const { nothing } = proxyActivities<BareActivities>({ startToCloseTimeout: '15 seconds' });

/** As little as a workflow can be that takes updates and starts one regular activity for each. */
export async function bareWorkflow(): Promise<void> {
  let pokes = 0;
  setHandler(pokeUpdate, async (awaited) => {
    pokes++;
    const doing = nothing(pokes);
    if (awaited) {
      await doing;
    }
    return pokes;
  });
  await condition(() => false);
}
