import { caseCodeOf } from '#domain/case';
import type { AnyEvent } from '#messaging';
import type { Evidence, FeedRow } from '../evidence.js';
import { doubled, lost, wrong, type Finding } from '../finding.js';
import { groupBy, same } from '../same.js';
import { applicable, topicStreams } from '../truth.js';
import { partiesAround } from '../visibility.js';

/** The feed keeps so many changes; what is older is gone. */
const kept = 50_000;

/** The feed against the topic: every event once, those of a case in their order, told to its parties before and after. */
export function compareFeed({ records, feed }: Evidence): Finding[] {
  const parties = partiesAround(records);
  const rows = groupBy(feed, (row) => `${row.stream} ${row.subject}`);
  const streams = [...topicStreams(records)].map(
    ([key, events]) => [key, applicable<(typeof events)[number]>(events)] as const,
  );
  const due = new Set(streams.flatMap(([key, events]) => events.map((event) => `${key}:${event.sequence}`)));
  const found = streams.flatMap(([key, events]) => {
    const told = groupBy(rows.get(key) ?? [], (row) => String(row.sequence));
    return events.flatMap((event) => {
      const [row, ...more] = told.get(String(event.sequence)) ?? [];
      const of = `${key}:${event.sequence}`;
      if (row === undefined) {
        return feed.length < kept ? [lost(of, `feed: ${of} is missing`)] : [];
      }
      const subject = key.slice(key.indexOf(' ') + 1);
      const right = {
        type: event.type,
        code: codeOf(event, subject),
        parties: row.stream === 'cases' ? (parties.get(`${subject}:${event.sequence}`) ?? []) : [],
      };
      return [
        ...(more.length > 0 ? [doubled(of, `feed: ${of} is there ${more.length + 1} times`)] : []),
        ...(same({ type: row.type, code: row.code, parties: row.parties }, right)
          ? []
          : [wrong(of, `feed: ${of} is not told as it is`)]),
      ];
    });
  });
  return [...found, ...others(rows, due), ...[...rows].flatMap(([key, some]) => disordered(key, some))];
}

function codeOf(event: AnyEvent, subject: string): string {
  if ('caseId' in event) {
    return caseCodeOf(subject);
  }
  switch (event.type) {
    case 'relais.platform.epoch-published.v1':
      return event.data.epochId;
    case 'relais.directory.capacity-confirmed.v1':
    case 'relais.directory.capacity-lapsed.v1':
    case 'relais.platform.pack-withdrawn.v1':
    case 'relais.platform.remark-withdrawn.v1':
      return '';
    default:
      return event satisfies never;
  }
}

function others(rows: ReadonlyMap<string, readonly FeedRow[]>, due: ReadonlySet<string>): Finding[] {
  return [...rows].flatMap(([key, some]) =>
    some
      .map((row) => `${key}:${row.sequence}`)
      .filter((of) => !due.has(of))
      .map((of) => wrong(of, `feed: ${of} was never published`)),
  );
}

function disordered(key: string, rows: readonly FeedRow[]): Finding[] {
  const late = rows.find((row, place) => row.sequence < (rows[place - 1]?.sequence ?? 0));
  return late === undefined
    ? []
    : [wrong(`${key}:${late.sequence}`, `feed: ${key} comes to ${late.sequence} too late`)];
}
