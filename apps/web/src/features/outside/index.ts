import type { Subject } from '../../client/subject.js';
import type names from './names.fr.json';
import { outsideEntry, outsideRoute } from './route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Public series of other institutions. */
export const outside = { routes: [outsideRoute], navigation: [outsideEntry] } satisfies Subject;
