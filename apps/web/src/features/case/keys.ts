import type { KeyRow } from '../../client/subject.js';

/** The keys of a list of cases, as the help shows them. */
export const caseKeys: readonly KeyRow[] = [
  { keys: ['j', 'k'], does: 'next' },
  { keys: ['Enter', 'o'], does: 'openCase' },
  { keys: ['a'], does: 'accept' },
  { keys: ['d'], does: 'decline' },
  { keys: ['h'], does: 'handOn' },
  { keys: ['c'], does: 'firstContact' },
  { keys: ['p'], does: 'progress' },
  { keys: ['r'], does: 'refer' },
  { keys: ['w'], does: 'pause' },
  { keys: ['e'], does: 'end' },
];
