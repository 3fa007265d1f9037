import type { Evidence } from '../evidence.js';
import { changed, middle, twice, without, type Doctor } from './doctor.js';

/** Spoils what streams received. */
export const streamDoctors: readonly Doctor[] = [
  {
    does: 'a message that a stream did not tell',
    tells: 'stream ',
    kind: 'lost',
    spoil: (all) => spoilStream(all, (received, place) => without(received, place)),
  },
  {
    does: 'a message told twice',
    tells: 'stream ',
    kind: 'doubled',
    spoil: (all) => spoilStream(all, (received, place) => twice(received, place)),
  },
  {
    does: 'two messages swapped',
    tells: 'stream ',
    kind: 'wrong',
    spoil: (all) =>
      spoilStream(all, (received, place) => {
        const [one, ...others] = received.slice(place);
        return one === undefined ? received : [...received.slice(0, place), ...others, one];
      }),
  },
  {
    does: 'a message that tells another sequence',
    tells: 'stream ',
    kind: 'wrong',
    spoil: (all) =>
      spoilStream(all, (received, place) =>
        changed(received, place, (one) =>
          one.event === 'case' ? { ...one, data: { ...one.data, sequence: 9_999 } } : one,
        ),
      ),
  },
  {
    does: 'a case told to somebody who may not see it',
    tells: 'stream ',
    kind: 'wrong',
    spoil: (all) => ({ ...all, streams: all.streams.map((stream) => ({ ...stream, personId: 'mark-febelfin' })) }),
  },
  {
    does: 'a stream that never began',
    tells: 'stream ',
    kind: 'wrong',
    spoil: (all) => ({ ...all, streams: [{ personId: 'sofie-hub', connections: [] }] }),
  },
];

type Received = Evidence['streams'][number]['connections'][number]['received'];

/** Changes what the coordinator's stream received, at the place of a case's message in the middle. */
function spoilStream(evidence: Evidence, change: (received: Received, place: number) => Received): Evidence {
  const streams = evidence.streams.map((stream) =>
    stream.personId !== 'sofie-hub'
      ? stream
      : {
          ...stream,
          connections: changed(stream.connections, 0, (one) => {
            const place = one.received.findIndex(
              (message, at) => at >= middle(one.received) && message.event === 'case',
            );
            return { ...one, received: change(one.received, place) };
          }),
        },
  );
  return { ...evidence, streams };
}
