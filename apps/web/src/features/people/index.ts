import type { Subject } from '../../client/subject.js';
import { accountRoute } from './account/route.js';
import { adminEntry, adminRoute } from './admin/route.js';
import type names from './names.fr.json';
import { passkeyRoute } from './passkeys/route.js';
import { rightsEntry, rightsRoute } from './rights/route.js';
import { signInLinkRoute, signInRoute } from './sign-in/route.js';
import { trailEntry, trailRoute } from './trail/route.js';
import { lettersRoute } from './letters/route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Persons, their sessions, what is known of what they saw and did, and what an administrator looks after. */
export const people = {
  openRoutes: [lettersRoute, passkeyRoute, signInRoute, signInLinkRoute],
  routes: [accountRoute, adminRoute, rightsRoute, trailRoute],
  navigation: [adminEntry, rightsEntry, trailEntry],
} satisfies Subject;
