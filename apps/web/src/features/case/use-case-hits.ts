import { caseStatuses } from '#contracts/case/codes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../../client/session.js';
import type { Hits } from '../../client/subject.js';
import { useLabels } from '../../shared/labels.js';
import { caseQueries } from './queries.js';
import { rooms } from './rooms.js';

/** Cases whose code begins with the text. */
export function useCaseHits(text: string): Hits {
  const labels = useLabels();
  const navigate = useNavigate();
  const mayRead = rooms.cases(useSession());
  const asked = text !== '';
  const found = useQuery({
    ...caseQueries.casesByCode(text.toUpperCase()),
    enabled: asked && mayRead,
    placeholderData: keepPreviousData,
  });
  const hits = (mayRead && asked ? (found.data?.cases ?? []) : []).map((one) => ({
    id: one.caseId,
    main: one.code,
    aside: labels.of(caseStatuses, one.status),
    go: () => void navigate({ to: '/cases/$caseId', params: { caseId: one.caseId } }),
  }));
  return { hits, settled: !found.isFetching };
}
