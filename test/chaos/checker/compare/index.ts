import type { Evidence } from '../evidence.js';
import type { Finding } from '../finding.js';
import { compareAnswers } from './answers.js';
import { compareApplications } from './applications.js';
import { compareEventLog } from './event-log.js';
import { compareFeed } from './feed.js';
import { compareHistories } from './histories.js';
import { compareLeftovers } from './leftovers.js';
import { compareMeasures } from './measures.js';
import { compareNotes } from './notes.js';
import { compareOrder } from './order.js';
import { compareOutbox } from './outbox.js';
import { compareReadModels } from './read-models.js';
import { compareReadings } from './readings.js';
import { compareRebuilt } from './rebuilt.js';
import { compareStreams } from './streams.js';
import { compareTopic } from './topic.js';
import { compareTurns } from './turns.js';

/** All comparisons, from the source to the browser; each is pure and finds nothing when what it compares agrees. */
export const comparisons: readonly ((evidence: Evidence) => Finding[])[] = [
  compareApplications,
  compareAnswers,
  compareOrder,
  compareReadings,
  compareHistories,
  compareTopic,
  compareOutbox,
  compareEventLog,
  compareReadModels,
  compareMeasures,
  compareFeed,
  compareStreams,
  compareTurns,
  compareNotes,
  compareLeftovers,
  compareRebuilt,
];
