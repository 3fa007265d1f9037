import { contributionsOf } from '#domain/monitoring';
import type { Play } from './playing.js';

/** The cells of one cube, as `week: codes`. */
export const cellsOf = (scene: Pick<Play, 'known'>, cube: string) =>
  contributionsOf(scene.known())
    .filter((one) => one.cube === cube)
    .map(({ week, codes }) => [week, ...codes].join(' '));
