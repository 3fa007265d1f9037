import type { DifficultyTrend } from '#contracts';
import { useState } from 'react';
import type { Move } from './trend-model.js';
import { movesBetween } from './trend-model.js';

type Seen = {
  readonly scope: string;
  readonly trend: DifficultyTrend;
  readonly moves: readonly Move[];
  readonly at: Date | null;
};

/** What moved when the figures last came in by themselves, and when that was; a change of filter is no move. */
export function useMoves(trend: DifficultyTrend | undefined, scope: string): Pick<Seen, 'moves' | 'at'> {
  const [seen, setSeen] = useState<Seen | null>(null);
  if (trend !== undefined && (seen === null || seen.trend !== trend || seen.scope !== scope)) {
    const moves = seen?.scope === scope ? movesBetween(seen.trend, trend) : [];
    const isNew = moves.length > 0;
    const isOther = seen?.scope !== scope;
    setSeen({
      scope,
      trend,
      moves: isNew || isOther ? moves : seen.moves,
      at: isNew ? new Date() : isOther ? null : seen.at,
    });
  }
  return { moves: seen?.moves ?? [], at: seen?.at ?? null };
}
