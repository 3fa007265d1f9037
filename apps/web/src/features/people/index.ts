import type { Subject } from '../../client/subject.js';
import { accountRoute } from './account/route.js';
import { joinRoute } from './join/route.js';
import { membersEntry, membersRoute } from './members/route.js';
import type names from './names.fr.json';
import { rooms } from './rooms.js';
import { signInRoute } from './sign-in/route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Persons, what they are members of, and their sessions. */
export const people = {
  openRoutes: [signInRoute, joinRoute],
  routes: [accountRoute, membersRoute],
  navigation: [membersEntry],
  home: (session) => (rooms.members(session) ? membersRoute.to : undefined),
} satisfies Subject;
