import type { CaseHistory, Evidence } from '../evidence.js';
import { doubled, gap, lost, wrong, type Finding } from '../finding.js';
import { groupBy } from '../same.js';
import { eventsOf, statesOf } from '../truth.js';

/** Temporal against itself: sequences from 1 without gap, one event each, each published by one batch, and answers that fit. */
export function compareHistories({ histories }: Evidence): Finding[] {
  return [...histories.values()].flatMap((history) => [
    ...sequencesIn(history),
    ...publicationsIn(history),
    ...answersIn(history),
    ...(history.end === 'failed' && eventsOf(history).length > 0
      ? [wrong(history.caseId, `Temporal: the workflow of case ${history.caseId} has failed`)]
      : []),
  ]);
}

function sequencesIn(history: CaseHistory): Finding[] {
  const { caseId } = history;
  const events = eventsOf(history);
  const by = groupBy(events, (event) => String(event.sequence));
  const last = events.at(-1)?.sequence ?? 0;
  const missing = Array.from({ length: last }, (_, place) => place + 1).filter((sequence) => !by.has(String(sequence)));
  const twice = [...by].filter(([, all]) => all.length > 1);
  const follows = missing.length > 0 || twice.length > 0 || statesOf(events).length === events.length + 1;
  return [
    ...missing.map((sequence) =>
      gap(`cases ${caseId}:${sequence}`, `Temporal: case ${caseId} has no sequence ${sequence}`),
    ),
    ...twice.map(([sequence]) =>
      doubled(`cases ${caseId}:${sequence}`, `Temporal: case ${caseId} has sequence ${sequence} twice`),
    ),
    ...(follows ? [] : [wrong(caseId, `Temporal: the events of case ${caseId} do not follow each other`)]),
  ];
}

function publicationsIn(history: CaseHistory): Finding[] {
  const { caseId, published } = history;
  const times = groupBy(published.flat(), (event) => String(event.sequence));
  return eventsOf(history).flatMap(({ sequence, type }) => {
    const count = times.get(String(sequence))?.length ?? 0;
    const of = `cases ${caseId}:${sequence}`;
    return count === 1
      ? []
      : count === 0
        ? [lost(of, `Temporal: no publication of ${caseId}:${sequence} ${type} was reported`)]
        : [doubled(of, `Temporal: ${caseId}:${sequence} ${type} was published by ${count} batches`)];
  });
}

function answersIn({ caseId, applications }: CaseHistory): Finding[] {
  return applications
    .filter(({ events, sequence }) => events.length > 0 && events.at(-1)?.sequence !== sequence)
    .map((one) =>
      wrong(
        `${caseId} ${one.commandId}`,
        `Temporal: ${one.type} on case ${caseId} was answered ${one.sequence}, its events say otherwise`,
      ),
    );
}
