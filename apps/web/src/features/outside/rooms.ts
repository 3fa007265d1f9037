import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = { outside: may('read-outside') };
