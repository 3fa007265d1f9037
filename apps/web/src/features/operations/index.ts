import type { Subject } from '../../client/subject.js';
import type names from './names.fr.json';
import { rooms } from './rooms.js';
import { operationsEntry, operationsRoute } from './route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** The page of the person on duty. */
export const operations = {
  routes: [operationsRoute],
  navigation: [operationsEntry],
  stale: { monitoring: () => [['operations']] },
  home: (session) => (rooms.operations(session) ? operationsRoute.to : undefined),
} satisfies Subject;
