import type { KeyTable } from '../../client/subject.js';

/** The keys of lists of cases, of a case and of the coordinators’ queue, as the help shows them; one key does in each place one of the things that are said of it. */
export const caseKeys: KeyTable = {
  where: 'cases',
  rows: [
    { keys: ['j', 'k'], does: 'next' },
    { keys: ['Enter', 'o'], does: 'openCase' },
    { keys: ['a'], does: 'accept' },
    { keys: ['d'], does: 'decline' },
    { keys: ['r'], does: 'refer' },
    { keys: ['h'], does: 'handOn' },
    { keys: ['c'], does: 'firstContact' },
    { keys: ['p'], does: 'progress' },
    { keys: ['f'], does: 'followUp' },
    { keys: ['w'], does: 'pause' },
    { keys: ['e'], does: 'end' },
    { keys: ['n'], does: 'note' },
    { keys: ['b'], does: 'backToLead' },
  ],
};
