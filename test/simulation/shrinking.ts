import { playSchedule } from './schedule.js';
import { faultKinds, Violation, type Play } from './world.js';

/** Why a schedule fails, undefined when it does not. */
export async function failureOf(play: Play): Promise<string | undefined> {
  try {
    await playSchedule(play);
    return undefined;
  } catch (error) {
    return error instanceof Violation ? error.message : String(error instanceof Error ? error.stack : error);
  }
}

/** The same failing schedule with fewer kinds of faults and fewer commands, as long as it still fails. */
export async function shrunk(play: Play): Promise<Play> {
  let smallest = play;
  for (const kind of faultKinds) {
    const other: Play = { ...smallest, without: [...(smallest.without ?? []), kind] };
    smallest = (await failureOf(other)) === undefined ? smallest : other;
  }
  for (let commands = 0; commands < (smallest.commands ?? 30); commands++) {
    const other: Play = { ...smallest, commands };
    if ((await failureOf(other)) !== undefined) {
      return other;
    }
  }
  return smallest;
}
