import type { SharedFigure } from '#contracts/monitoring';
import type { Viewer } from '#contracts/people';
import { mayDo } from '../people/rights.js';

/** True for who shared the figure, and for those who may remove any. */
export function mayRemoveShared(viewer: Viewer, { madeBy }: Pick<SharedFigure, 'madeBy'>): boolean {
  return madeBy === viewer.personId || mayDo(viewer, 'remove-any-shared-figure');
}
