import type { IsOpen } from '../../client/session.js';
import { may } from '../../client/session.js';

/** Who sees which room. */
export const rooms = {
  admin: may('test-provider'),
  rights: may('read-rights'),
  trail: may('read-audit'),
} satisfies Record<string, IsOpen>;
