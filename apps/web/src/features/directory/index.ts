import type { Subject } from '../../client/subject.js';
import type names from './names.fr.json';
import { directoryEntry, directoryRoute } from './route.js';
import { useServiceHits } from './use-service-hits.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Who does what: organisations and their services. */
export const directory = {
  routes: [directoryRoute],
  navigation: [directoryEntry],
  stale: { directory: () => [['services']] },
  useHits: useServiceHits,
} satisfies Subject;
