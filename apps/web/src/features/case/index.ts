import type { Subject } from '../../client/subject.js';
import { caseRoute } from './case-page/route.js';
import { casesEntry, casesRoute } from './cases/route.js';
import { dispatchEntry, dispatchRoute } from './dispatch/route.js';
import type eventNames from './event-names.fr.json';
import { inboxEntry, inboxRoute } from './inbox/route.js';
import { caseKeys } from './keys.js';
import type names from './names.fr.json';
import { newCaseEntry, newCaseRoute } from './new-case/route.js';
import { rooms } from './rooms.js';
import { staleAfterCase } from './stale.js';
import { useCaseHits } from './use-case-hits.js';
import { useWaitingCases } from './use-waiting-cases.js';

type SubjectNames = typeof names;
type SubjectEventNames = typeof eventNames;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
  interface EventNames extends SubjectEventNames {}
}

/** Cases: the inbox, the list, one case, a new one, the coordinators’ queue. */
export const cases = {
  routes: [inboxRoute, casesRoute, newCaseRoute, caseRoute, dispatchRoute],
  navigation: [inboxEntry, dispatchEntry, casesEntry, newCaseEntry],
  keys: caseKeys,
  stale: { case: staleAfterCase },
  home: (session) => {
    if (rooms.dispatch(session)) {
      return dispatchRoute.to;
    }
    return rooms.inbox(session) ? inboxRoute.to : undefined;
  },
  useWaiting: useWaitingCases,
  useHits: useCaseHits,
} satisfies Subject;
