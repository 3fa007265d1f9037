import { type IsOpen, may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = {
  members: may('manage-members'),
  admin: may('test-provider'),
  rights: may('read-rights'),
  trail: may('read-audit'),
} satisfies Record<string, IsOpen>;
