import { withTexts } from '../../client/i18n.js';
import type { Subject } from '../../client/subject.js';
import { later } from '../../shared/later.js';
import { accountRoute } from './account/route.js';
import { adminEntry, adminRoute } from './admin/route.js';
import type names from './names.fr.json';
import { passkeyRoute } from './passkeys/route.js';
import { rightsEntry, rightsRoute } from './rights/route.js';
import { signInLinkRoute, signInRoute } from './sign-in/route.js';
import { trailEntry, trailRoute } from './trail/route.js';
import { lettersRoute } from './letters/route.js';
import { joinRoute } from './join/route.js';
import { membersEntry, membersRoute } from './members/route.js';
import { rooms } from './rooms.js';

type SubjectNames = typeof names;

/** The way to a proof of who one is, for the frame around the pages. */
export const WayToProofHere = later(() => withTexts('people', import('./passkeys/way-to-proof.js')), 'WayToProofHere');

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** Persons, what they are members of, their sessions, what is known of what they saw and did, and what an administrator looks after. */
export const people = {
  openRoutes: [joinRoute, lettersRoute, passkeyRoute, signInRoute, signInLinkRoute],
  routes: [accountRoute, adminRoute, membersRoute, rightsRoute, trailRoute],
  navigation: [adminEntry, membersEntry, rightsEntry, trailEntry],
  home: (session) => (rooms.members(session) ? membersRoute.to : undefined),
} satisfies Subject;
