import type { Evidence } from '../evidence.js';
import type { Finding } from '../finding.js';
import { compareApplications } from './applications.js';
import { compareEventLog } from './event-log.js';
import { compareTopic } from './topic.js';

/** All comparisons; each is pure and finds nothing when what it compares agrees. */
export const comparisons: readonly ((evidence: Evidence) => Finding[])[] = [
  compareApplications,
  compareTopic,
  compareEventLog,
];
