import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = { operations: may('operate') };
