import type { Subject } from '../../client/subject.js';
import { accountRoute } from './account/route.js';
import { signInRoute } from './sign-in/route.js';

/** Persons and their sessions. */
export const people = { openRoutes: [signInRoute], routes: [accountRoute] } satisfies Subject;
