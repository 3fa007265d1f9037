import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = { directory: may('read-directory') };
