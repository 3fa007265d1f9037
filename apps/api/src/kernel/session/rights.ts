import { mayDo, type Right } from '#domain/people';
import { Problem } from '../problems/problem.js';
import type { Caller } from './caller.js';

/**
 * Lets somebody through who may do this.
 * @throws Problem `forbidden`
 */
export function requireRight(viewer: Caller['viewer'], right: Right): void {
  if (!mayDo(viewer, right)) {
    throw new Problem('forbidden');
  }
}
