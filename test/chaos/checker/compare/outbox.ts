import { streamOf, type AnyEvent } from '#messaging';
import type { Evidence } from '../evidence.js';
import { doubled, lost, wrong, type Finding } from '../finding.js';
import { groupBy, same } from '../same.js';
import { topicStreams } from '../truth.js';

/** What lives in PostgreSQL: each confirmed capacity once in the outbox, and the topics of directory and platform hold what the outbox let out. */
export function compareOutbox(evidence: Evidence): Finding[] {
  return [...confirmed(evidence), ...relayed(evidence)];
}

function confirmed({ capacities, outbox, begunAt }: Evidence): Finding[] {
  const events = outbox
    .map((row) => row.event)
    .filter((event) => event.type === 'relais.directory.capacity-confirmed.v1')
    .filter((event) => Date.parse(event.time) >= begunAt);
  const written = groupBy(
    events,
    ({ by, subject, data }) => `${subject} ${by.kind === 'person' ? by.personId : ''} ${data.capacity}`,
  );
  const asked = groupBy(capacities, (one) => `${one.serviceId} ${one.personId} ${one.capacity}`);
  return [...new Set([...written.keys(), ...asked.keys()])].flatMap((id) => {
    const told = (asked.get(id) ?? []).map((one) => one.told);
    const least = told.filter((one) => one === 'accepted').length;
    const most = least + told.filter((one) => one === 'unknown').length;
    const count = written.get(id)?.length ?? 0;
    const what = `outbox: the capacity ${id} was confirmed ${count} times, due are ${least} to ${most}`;
    return count < least ? [lost(id, what)] : count > most ? [doubled(id, what)] : [];
  });
}

function relayed({ records, outbox }: Evidence): Finding[] {
  const published = [...topicStreams(records)].flatMap(([key, events]) =>
    !key.startsWith('cases ') ? events.map((event) => [`${key}:${event.sequence}`, event] as const) : [],
  );
  const there = new Map<string, AnyEvent>(published);
  const sent = new Map<string, AnyEvent>(
    outbox.flatMap(({ event }) =>
      'caseId' in event ? [] : [[`${streamOf(event)} ${event.subject}:${event.sequence}`, event] as const],
    ),
  );
  return [...new Set([...there.keys(), ...sent.keys()])].flatMap((of) => {
    const [event, own] = [there.get(of), sent.get(of)];
    if (event === undefined) {
      return [lost(of, `topic: ${of} went out and is missing`)];
    }
    return same(event, own) ? [] : [wrong(of, `topic: ${of} is not what the outbox has`)];
  });
}
