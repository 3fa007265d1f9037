import type { Response } from 'express';

/** Whether nobody reads an answer any more. */
export function isGone(response: Response): boolean {
  return response.destroyed || response.writableEnded;
}

/** Acts once nobody reads an answer any more: at once when that is so already, which no event would tell. */
export function whenGone(response: Response, act: () => void): void {
  if (isGone(response)) {
    act();
  } else {
    response.once('close', act);
  }
}
