import type { CaseView } from '#contracts/case';
import type { QueryKey } from '@tanstack/react-query';
import type { LiveNews } from '../../client/live.js';
import { queryClient } from '../../client/query-client.js';

/** What a change of a case makes stale; the case itself only when the news are newer than what is known, or may fill what is missing of it. */
export function staleAfterCase({ caseId, sequence }: LiveNews['case']): readonly QueryKey[] {
  const known = queryClient.getQueryData<CaseView>(['case', caseId]);
  const own: readonly QueryKey[] =
    known === undefined || known.sequence < sequence || known.missing !== null ? [['case', caseId]] : [];
  return [...own, ['inbox'], ['cases']];
}
