import type { Viewer } from '#contracts/people';
import type { Received } from '../../../support/event-stream.js';
import type { Evidence, FeedRow } from '../evidence.js';
import { doubled, lost, wrong, type Finding } from '../finding.js';
import { isTold, partiesAround, viewerOf } from '../visibility.js';

/** A message about one change. */
type Telling = Exclude<Received, { event: 'resync' | 'monitoring' | 'beat' | 'session' }>;
type Stream = Evidence['streams'][number];
type Feed = {
  readonly rows: readonly FeedRow[];
  readonly at: ReadonlyMap<number, FeedRow>;
  readonly parties: ReadonlyMap<string, readonly string[]>;
};

/**
 * Each stream that was held open, over all its connections, against the feed: no change twice and all in order, unless everything was to
 * be fetched again in between; every change since the beginning is told or covered by such a `resync`; nothing is told to others.
 */
export function compareStreams({ streams, feed, records }: Evidence): Finding[] {
  const known: Feed = {
    rows: feed,
    at: new Map(feed.map((row) => [row.position, row])),
    parties: partiesAround(records),
  };
  return streams.flatMap((stream, place) => findingsOf(stream, `stream ${place + 1} of ${stream.personId}`, known));
}

function findingsOf(stream: Stream, name: string, feed: Feed): Finding[] {
  const [first] = stream.connections;
  if (first === undefined) {
    return [wrong(name, `${name} never began`)];
  }
  const viewer = viewerOf(stream.personId);
  const told = new Set<number>();
  const findings: Finding[] = [];
  let covered = positionIn(first.firstId);
  let last = covered;
  for (const message of stream.connections.flatMap((one) => one.received)) {
    const position = positionIn(message.id);
    if (message.event === 'resync') {
      covered = Math.max(covered, position);
      last = position;
      told.clear();
    } else if (message.event !== 'monitoring' && message.event !== 'beat' && message.event !== 'session') {
      findings.push(...orderly(name, position, last, told), ...truthful(name, message, viewer, feed));
      told.add(position);
      last = position;
    }
  }
  const missing = feed.rows.filter(
    (row) => row.position > covered && !told.has(row.position) && concerns(row, viewer, feed),
  );
  return [
    ...findings,
    ...missing.map((row) => lost(idOf(name, row.position), `${name}: ${row.subject}:${row.sequence} was not told`)),
  ];
}

function orderly(name: string, position: number, last: number, told: ReadonlySet<number>): Finding[] {
  const of = idOf(name, position);
  if (told.has(position)) {
    return [doubled(of, `${name}: position ${position} was told twice`)];
  }
  return position > last ? [] : [wrong(of, `${name}: position ${position} came after ${last}`)];
}

function truthful(name: string, message: Telling, viewer: Viewer, feed: Feed): Finding[] {
  const position = positionIn(message.id);
  const of = idOf(name, position);
  const row = feed.at.get(position);
  if (row === undefined || !tells(message, row)) {
    return [wrong(of, `${name}: position ${position} is not what the feed has there`)];
  }
  return concerns(row, viewer, feed)
    ? []
    : [wrong(of, `${name} was told of ${row.subject}:${row.sequence}, which is not theirs to see`)];
}

function tells(message: Telling, row: FeedRow): boolean {
  switch (message.event) {
    case 'case':
      return row.stream === 'cases' && row.subject === message.data.caseId && row.sequence === message.data.sequence;
    case 'directory':
      return row.stream === 'directory' && row.subject === message.data.serviceId;
    case 'published':
      return row.stream === 'platform' && row.code === message.data.epochId;
    case 'withdrawn':
      return row.stream === 'platform' && row.code === '';
    default:
      return message satisfies never;
  }
}

function concerns(row: FeedRow, viewer: Viewer, { parties }: Feed): boolean {
  return row.stream !== 'cases' || isTold(viewer, parties.get(`${row.subject}:${row.sequence}`) ?? []);
}

function positionIn(id: string): number {
  return Number(id.split('-')[1] ?? 0);
}

function idOf(name: string, position: number): string {
  return `${name} ${position}`;
}
