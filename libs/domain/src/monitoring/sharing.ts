import type { SharedFigure } from '#contracts/monitoring';
import type { Viewer } from '#contracts/people';
import { mayDo } from '../people/rights.js';

/** True for who shared the figure, and for those who may remove any. */
export function mayRemoveShared(viewer: Viewer, { madeBy }: Pick<SharedFigure, 'madeBy'>): boolean {
  return madeBy === viewer.personId || mayDo(viewer, 'remove-any-shared-figure');
}

/** True for those who may withdraw a pack or a remark: who made it, and coordinators. */
export function mayWithdraw(viewer: Viewer, { madeBy }: { readonly madeBy: string }): boolean {
  return madeBy === viewer.personId || mayDo(viewer, 'withdraw-anything');
}
