import { may } from '../../client/session.js';
import type { IsOpen } from '../../client/session.js';

/** Who sees which room. */
export const rooms = {
  inbox: may('read-inbox'),
  cases: may('list-cases'),
  newCase: may('open-case'),
  dispatch: may('read-dispatch'),
} satisfies Record<string, IsOpen>;
