import type { LogRow } from '../evidence.js';
import { changed, middle, twice, without, type Doctor } from './doctor.js';

/** Spoils the event log and the feed. */
export const logDoctors: readonly Doctor[] = [
  {
    does: 'an event removed from the event log',
    tells: 'event log: ',
    kind: 'lost',
    spoil: (all) => ({ ...all, log: without(all.log, middle(all.log)) }),
  },
  {
    does: 'an event twice in the event log',
    tells: 'event log: ',
    kind: 'doubled',
    spoil: (all) => ({ ...all, log: twice(all.log, middle(all.log)) }),
  },
  {
    does: 'an event changed in the event log',
    tells: 'event log: ',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      log: changed(all.log, middle(all.log), (row) => ({
        ...row,
        event: { ...row.event, time: '2020-01-01T00:00:00.000Z' },
      })),
    }),
  },
  {
    does: 'an event logged that was never published',
    tells: 'event log: ',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      log: [...all.log, ...all.log.slice(0, 1).map((row): LogRow => ({ ...row, subject: 'nobody' }))],
    }),
  },
  {
    does: 'a change removed from the feed',
    tells: 'feed: ',
    kind: 'lost',
    spoil: (all) => ({ ...all, feed: without(all.feed, middle(all.feed)) }),
  },
  {
    does: 'a change twice in the feed',
    tells: 'feed: ',
    kind: 'doubled',
    spoil: (all) => ({ ...all, feed: twice(all.feed, middle(all.feed)) }),
  },
];
