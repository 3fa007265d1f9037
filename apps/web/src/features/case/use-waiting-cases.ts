import type { InboxBucket } from '#contracts/case';
import type { Session } from '#contracts/people';
import { useQuery } from '@tanstack/react-query';
import { hasRole } from '../../client/session.js';
import type { Waiting } from '../../client/subject.js';
import { caseQueries } from './queries.js';
import { rooms } from './rooms.js';

/** How much waits for this person in the inbox and in the coordinators’ queue. */
export function useWaitingCases(session: Session): Waiting {
  const { data: counts } = useQuery({ ...caseQueries.inboxCounts(), enabled: rooms.inbox(session) });
  const sum = (...buckets: readonly InboxBucket[]) =>
    buckets.reduce((total, bucket) => total + (counts?.[bucket] ?? 0), 0);
  return {
    dispatch: sum('dispatch', 'escalated'),
    inbox: hasRole(session, 'actor') ? sum('to-answer', 'to-decide') : 0,
  };
}
