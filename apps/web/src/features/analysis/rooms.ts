import type { IsOpen } from '../../client/session.js';
import { may } from '../../client/session.js';

const analyse = may('analyse');
const operate = may('operate');

/** Who sees which room. */
export const rooms = {
  share: analyse,
  workbench: analyse,
  contracts: (session) => analyse(session) || operate(session),
  analysisAudit: may('audit-analysis'),
  events: analyse,
} satisfies Record<string, IsOpen>;
