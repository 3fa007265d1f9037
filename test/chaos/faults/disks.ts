import type { Engine } from '../arena/arena.js';
import { NotPossible, type Fault } from './fault.js';

const engines: readonly Engine[] = ['kafka', 'postgres'];

/** Fills the file system under an engine to the last byte; then makes space, and starts the engine again if it gave up. */
export const fullDisks: readonly Fault[] = engines.map((engine) => ({
  name: `disk-full-${engine}`,
  what: `the disk under ${engine} full for 20 s, then space is made`,
  comparedWith: engine,
  lasts: { long: 20_000, short: 3_000 },
  mixes: false,
  smallDisks: [engine],
  ...(engine === 'kafka' && { commandsGoOn: true }),
  async strike({ arena }) {
    const disk = arena.disks[engine];
    const player = arena.engines[engine];
    if (disk === undefined) {
      throw new NotPossible('a small file system cannot be mounted here');
    }
    disk.fill();
    return {
      heal: async () => {
        disk.empty();
        if (player.pid() === undefined) {
          await player.restart();
        }
      },
    };
  },
}));
