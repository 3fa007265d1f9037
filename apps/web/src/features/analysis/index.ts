import type { Subject } from '../../client/subject.js';
import { auditEntry, auditRoute } from './audit/route.js';
import { contractsEntry, contractsRoute } from './contracts/route.js';
import { eventsEntry, eventsRoute } from './events/route.js';
import type names from './names.fr.json';
import { shareEntry, shareRoute } from './sharing/route.js';
import { workbenchEntry, workbenchRoute } from './workbench/route.js';

type SubjectNames = typeof names;

declare module '../../client/texts.js' {
  interface Names extends SubjectNames {}
}

/** The analysts’ room: events, SQL, what leaves it, contracts, and who did what in it. */
export const analysis = {
  routes: [eventsRoute, workbenchRoute, shareRoute, contractsRoute, auditRoute],
  keys: {
    where: 'analysis',
    rows: [
      { keys: ['Ctrl + Enter'], does: 'run' },
      { keys: ['↑', '↓', '←', '→'], does: 'cells' },
    ],
  },
  navigation: [eventsEntry, workbenchEntry, shareEntry, contractsEntry, auditEntry],
} satisfies Subject;
