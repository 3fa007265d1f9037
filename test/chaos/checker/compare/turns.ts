import { nextDeadline, turnsOf, type KnownCase } from '#domain/case';
import type { CaseHistory, Evidence, Row } from '../evidence.js';
import { wrong, type Finding } from '../finding.js';
import { groupBy } from '../same.js';
import { eventsOf, statesOf } from '../truth.js';

/** Between the instant a workflow means and the one Temporal notes lies the task that sets the timer, also when it was held up. */
const tolerance = 60_000;
const idle = new Set(['done', 'waiting-on-others']);

/** No case waits for nobody: somebody's turn it is and in whose inbox it stands, and Temporal has the timer of its next clock. */
export function compareTurns({ histories, content }: Evidence): Finding[] {
  const lines = groupBy(content['inbox_line'] ?? [], (row) => String(row['case_id']));
  return [...histories.values()].flatMap((history) => {
    const state = statesOf(eventsOf(history)).at(-1);
    if (state === undefined || state.phase === 'unopened') {
      return [];
    }
    return [...waits(state, lines.get(state.caseId) ?? []), ...alarms(state, history)];
  });
}

function waits(state: KnownCase, lines: readonly Row[]): Finding[] {
  const { caseId, phase } = state;
  if (phase !== 'open') {
    return [];
  }
  const seen = lines.some((row) => !idle.has(String(row['bucket'])));
  return [
    ...(turnsOf(state).length > 0 ? [] : [wrong(caseId, `case ${caseId} is nobody's turn`)]),
    ...(seen ? [] : [wrong(caseId, `case ${caseId} is open and stands in nobody's inbox`)]),
  ];
}

function alarms(state: KnownCase, { end, timers }: CaseHistory): Finding[] {
  const { caseId, phase } = state;
  if (phase === 'ended' || end !== 'running') {
    return phase === 'ended' && end === 'ended'
      ? []
      : [wrong(caseId, `case ${caseId} is ${phase}, its workflow is ${end}`)];
  }
  const due = nextDeadline(state);
  if (due === null) {
    return timers.length === 0 ? [] : [wrong(caseId, `case ${caseId} has a timer and no clock`)];
  }
  const [timer] = timers;
  return timers.length === 1 && timer !== undefined && Math.abs(timer - Date.parse(due)) < tolerance
    ? []
    : [wrong(caseId, `case ${caseId} needs a timer at ${due}, it has ${timers.length}`)];
}
