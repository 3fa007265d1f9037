import { isUnderstood, type StreamEvent } from '#messaging';
import type { Evidence, TopicRecord } from '../evidence.js';
import { changed, without, type Doctor } from './doctor.js';

/** The place of a case's second event that a third follows. */
function inside(all: readonly TopicRecord[]): number {
  const eventOf = ({ read }: TopicRecord) =>
    isUnderstood(read) && read.stream === 'cases'
      ? { subject: read.subject, sequence: read.event.sequence }
      : undefined;
  const followed = new Set(all.map(eventOf).flatMap((one) => (one?.sequence === 3 ? [one.subject] : [])));
  return all.findIndex((record) => {
    const event = eventOf(record);
    return event?.sequence === 2 && followed.has(event.subject);
  });
}

/** Spoils the topic. */
export const recordDoctors: readonly Doctor[] = [
  {
    does: 'an event removed from the topic',
    tells: 'topic: cases',
    kind: 'gap',
    spoil: (all) => ({ ...all, records: without(all.records, inside(all.records)) }),
  },
  {
    does: 'an event in the topic that is not what happened',
    tells: 'topic: ',
    kind: 'wrong',
    spoil: (all) => ({ ...all, records: changed(all.records, inside(all.records), otherTime) }),
  },
  {
    does: 'an event repeated with another content',
    tells: 'topic: cases',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      records: [...all.records, ...all.records.slice(inside(all.records)).slice(0, 1).map(otherTime)],
    }),
  },
  {
    does: 'two events of a case swapped in the topic',
    tells: 'topic: cases',
    kind: 'wrong',
    spoil: (all) => {
      const place = inside(all.records);
      const record = all.records[place];
      return record === undefined ? all : { ...all, records: [record, ...without(all.records, place)] };
    },
  },
  {
    does: 'a case published that nobody opened',
    tells: 'topic: ',
    kind: 'wrong',
    spoil: (all) => ({
      ...all,
      histories: new Map([...all.histories].filter(([caseId]) => caseId !== firstLogged(all))),
    }),
  },
  {
    does: 'an unreadable record that is no dead letter',
    tells: 'the unreadable record',
    kind: 'lost',
    spoil: (all) => ({
      ...all,
      records: [...all.records, { topic: 'x', partition: 0, offset: '1', read: { reason: 'unparsable', detail: '' } }],
    }),
  },
];

function otherTime(record: TopicRecord): TopicRecord {
  const { read } = record;
  return isUnderstood(read)
    ? { ...record, read: { ...read, event: { ...read.event, time: '2020-01-01T00:00:00.000Z' } } as StreamEvent }
    : record;
}

function firstLogged({ log }: Evidence): string {
  return log.find((row) => row.stream === 'cases')?.subject ?? '';
}
