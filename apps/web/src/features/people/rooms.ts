import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = { admin: may('test-provider') };
