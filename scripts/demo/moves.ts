import type { Action, CaseRequestInput } from '#contracts/case';
import { caseMoves } from './moves.case.js';
import { referralMoves } from './moves.referral.js';
import { pickWeighted } from './random.js';
import type { Move, Situation } from './situation.js';

/** Picks one of the moves that the case allows now; undefined when the person leaves the line for later. */
export function chooseMove(situation: Situation): CaseRequestInput | undefined {
  const { random, line, view } = situation;
  const all = line.to === null ? caseMoves(situation) : referralMoves(situation);
  const possible = all.filter((move) => move.weight > 0 && isAllowed(view.actions, move, line.referralId));
  if (possible.length === 0) {
    return undefined;
  }
  const weights = Object.fromEntries(possible.map((move, index) => [String(index), move.weight]));
  return possible[Number(pickWeighted(random, weights))]?.request();
}

/** An action on a referral is allowed for the line's own referral only; an action on the case carries no referral. */
function isAllowed(actions: readonly Action[], move: Move, referralId: string | null): boolean {
  return actions.some(
    (action) => action.type === move.action && (action.referralId === undefined || action.referralId === referralId),
  );
}
