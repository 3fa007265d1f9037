import type { Subject } from '../../client/subject.js';
import type eventNames from './event-names.fr.json';
import type names from './names.fr.json';
import { directoryEntry, directoryRoute } from './route.js';
import { useServiceHits } from './use-service-hits.js';

type SubjectNames = typeof names;
type SubjectEventNames = typeof eventNames;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
  interface EventNames extends SubjectEventNames {}
}

/** Who does what: organisations and their services. */
export const directory = {
  routes: [directoryRoute],
  navigation: [directoryEntry],
  stale: { directory: () => [['services']] },
  useHits: useServiceHits,
} satisfies Subject;
