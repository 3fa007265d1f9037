import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { within } from './within.js';

const patience = 3_000;
const pause = 300;

type Leaving = {
  readonly open: () => Promise<Pick<Cluster, 'findGroupCoordinator' | 'disconnect'>>;
  readonly groupId: string;
  readonly memberId: string;
  /** False once the group has gone on, or nobody waits for it any more. */
  readonly isNeeded: () => boolean;
};

/**
 * Takes a member out of its group that could not leave it, because Kafka was away; else the group waits for it until its session is over
 * before anybody reads on. Tries until it can.
 */
export async function leaveLate({ open, groupId, memberId, isNeeded }: Leaving): Promise<void> {
  while (isNeeded()) {
    const opening = open();
    try {
      const cluster = await within(patience, opening);
      const coordinator = await within(patience, cluster.findGroupCoordinator({ groupId }));
      await within(patience, coordinator.leaveGroup({ groupId, memberId }));
      return;
    } catch (error) {
      if ((error as { type?: unknown }).type === 'UNKNOWN_MEMBER_ID') {
        return;
      }
    } finally {
      opening.then((cluster) => cluster.disconnect()).catch(() => undefined);
    }
    await delay(pause);
  }
}
