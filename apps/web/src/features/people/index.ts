import type { Subject } from '../../client/subject.js';
import { accountRoute } from './account/route.js';
import { lettersRoute } from './letters/route.js';
import { signInLinkRoute, signInRoute } from './sign-in/route.js';

/** Persons and their sessions. */
export const people = {
  openRoutes: [signInRoute, signInLinkRoute, lettersRoute],
  routes: [accountRoute],
} satisfies Subject;
