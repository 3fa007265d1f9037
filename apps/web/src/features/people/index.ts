import type { Subject } from '../../client/subject.js';
import { accountRoute } from './account/route.js';
import { adminEntry, adminRoute } from './admin/route.js';
import type names from './names.fr.json';
import { signInRoute } from './sign-in/route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Persons, their sessions, and what an administrator looks after. */
export const people = {
  openRoutes: [signInRoute],
  routes: [accountRoute, adminRoute],
  navigation: [adminEntry],
} satisfies Subject;
