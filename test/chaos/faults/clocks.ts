import type { Part } from '../arena/arena.js';
import { oneOf, type Fault } from './fault.js';

const hour = 3_600_000;
const parts: readonly Part[] = ['api', 'worker', 'projector'];
const shifts = [
  { name: 'ahead', by: hour },
  { name: 'behind', by: -hour },
];

/** Starts one process with a clock that is an hour off, later again with the right one. */
export const clocks: readonly Fault[] = parts.flatMap((part) =>
  shifts.map(({ name, by }) => ({
    name: `clock-${part}-${name}`,
    what: `the clock of ${part} an hour ${name} for 20 s`,
    comparedWith: part,
    lasts: { long: 20_000, short: 1_000 },
    mixes: false,
    async strike(scene) {
      const player = oneOf(scene, scene.arena.parts[part]);
      await player.kill();
      await player.restart({ env: { NODE_OPTIONS: `--import ${moduleThatShifts(by)}` } });
      return {
        heal: async () => {
          await player.kill();
          await player.restart();
        },
      };
    },
  })),
);

/** A module as a URL that shifts what `Date` says by these milliseconds; it is loaded before the program. */
function moduleThatShifts(by: number): string {
  const source = `
    const Real = Date;
    globalThis.Date = class Date extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [Real.now() + (${by})] : given));
      }
      static now() {
        return Real.now() + (${by});
      }
    };`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
