import type { CaseEvent, InboxLine } from '#contracts/case';
import {
  evolve,
  inboxLinesOf,
  initialCase,
  nextDeadline,
  partiesOf,
  turnsOf,
  type CaseState,
  type KnownCase,
} from '#domain/case';
import { analysisRowsOf } from '#domain/analysis';
import { contributionsOf } from '#domain/monitoring';
import { caseWorkflow } from '../../workflows/case.workflow.js';
import type { Asked } from './callers.js';
import { replay, type Run } from './engines/run.js';
import type { Installation } from './installation.js';
import { same } from './same.js';
import { Violation, type World } from './world.js';

/** How long after its time a clock may still be on its way. */
const slack = 30_000;

/** What Temporal's histories say a command did. */
type Application = {
  readonly caseId: string;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly events: readonly CaseEvent[];
};

/** Compares what callers were told with what every engine holds, once nothing is on its way. */
export async function check(world: World, installation: Installation, asked: readonly Asked[]): Promise<void> {
  const { temporal, store } = installation;
  const applications = applicationsOf(installation);
  checkAnswers(asked, applications);
  for (const [caseId, runs] of temporal.runs) {
    const run = runs.at(-1);
    if (run === undefined) {
      continue;
    }
    const events = publishedOf(installation, caseId);
    const refolded = events.reduce<CaseState>(evolve, initialCase);
    const state = await stateOf(run);
    expectSame(`the state of ${caseId}`, state, refolded);
    checkApplications(
      caseId,
      events,
      applications.filter((one) => one.caseId === caseId),
    );
    checkRest(world, run, state);
    checkProjection(installation, caseId, events, refolded);
    checkErased(installation, caseId, events);
  }
  if (store.parked.size > 0) {
    throw new Violation(`still parked: ${[...store.parked.keys()].join(', ')}`);
  }
  const rejected = [...store.deadLetters].find(([, { reason }]) => reason === 'rejected');
  if (rejected !== undefined) {
    throw new Violation(`the core rejected the record ${rejected[0]}, which should have waited or been passed over`);
  }
  checkCounts(installation);
}

function applicationsOf({ temporal }: Installation): Application[] {
  return [...temporal.runs.values()].flat().flatMap((run) =>
    [...run.updates.values()].flatMap(({ request, outcome }) => {
      const { commandId, fingerprint } = request;
      return outcome !== undefined && 'result' in outcome && outcome.result.events.length > 0
        ? [{ caseId: run.caseId, commandId, fingerprint, events: outcome.result.events }]
        : [];
    }),
  );
}

/** Accepted: exactly once, whatever else was told; refused: nowhere; unknown or forgotten: at most once; the same key, the same answer. */
function checkAnswers(asked: readonly Asked[], applications: readonly Application[]): void {
  for (const { caseId, request, told } of asked) {
    const { commandId, fingerprint } = request;
    const applied = applications.filter((one) => one.caseId === caseId && one.commandId === commandId);
    const times = applied.length;
    const results = told.flatMap((one) => (one.kind === 'accepted' ? [one.result] : []));
    if (times > 1 || (results.length > 0 && times === 0)) {
      throw new Violation(`${commandId} was applied ${times} times and accepted ${results.length} times`);
    }
    if (results.length > 0 && applied.some((one) => one.fingerprint !== fingerprint)) {
      throw new Violation(`${commandId} was accepted for another question than the one it was applied for`);
    }
    const codes = told.flatMap((one) => (one.kind === 'refused' ? [one.code] : []));
    const final = codes.filter((code) => code !== 'key-forgotten');
    if (codes.some((code) => code.startsWith('no refusal'))) {
      throw new Violation(`${commandId} failed: ${codes.join(', ')}`);
    }
    // Under a used key another question is refused, by whoever it is asked.
    const own = applied.filter((one) => one.fingerprint === fingerprint).length;
    if (final.length > 0 && own + results.length > 0) {
      throw new Violation(`${commandId} was refused (${final.join(', ')}) and applied ${own} times`);
    }
    if (results.some((one) => one.sequence !== results[0]?.sequence || one.fingerprint !== fingerprint)) {
      throw new Violation(`${commandId} was answered differently: ${results.map((one) => one.sequence).join(', ')}`);
    }
  }
}

/** What is in Kafka for a case, every event once; the same event never with another content. */
function publishedOf({ broker }: Installation, caseId: string): CaseEvent[] {
  const events = new Map<number, { text: string; event: CaseEvent }>();
  for (const { key, headers, value } of broker.partitions.flat()) {
    if (key !== caseId) {
      continue;
    }
    const sequence = Number(headers['ce_sequence']);
    const text = `${headers['ce_type']} ${headers['ce_time']} ${String(value)}`;
    const before = events.get(sequence);
    if (before !== undefined && before.text !== text) {
      throw new Violation(`${caseId}:${sequence} was published as ${before.text} and as ${text}`);
    }
    if (before === undefined) {
      const common = { id: headers['ce_id'], caseId, sequence, time: headers['ce_time'], type: headers['ce_type'] };
      events.set(sequence, { text, event: { ...common, ...(JSON.parse(String(value)) as object) } as CaseEvent });
    }
  }
  const all = [...events.values()].map(({ event }) => event).sort((one, other) => one.sequence - other.sequence);
  if (all.some((event, index) => event.sequence !== index + 1)) {
    throw new Violation(`the sequences of ${caseId} have a gap: ${all.map((one) => one.sequence).join(' ')}`);
  }
  return all;
}

function checkApplications(caseId: string, events: readonly CaseEvent[], applications: readonly Application[]): void {
  const commanded = new Map(applications.flatMap((one) => one.events.map((event) => [event.sequence, event] as const)));
  for (const event of events) {
    const wanted = commanded.get(event.sequence);
    if ((event.by.kind === 'clock') !== (wanted === undefined)) {
      throw new Violation(
        `${event.id} is by ${event.by.kind} and ${wanted === undefined ? 'no' : 'a'} command caused it`,
      );
    }
    if (wanted !== undefined) {
      expectSame(event.id, event, wanted);
    }
    commanded.delete(event.sequence);
  }
  if (commanded.size > 0) {
    throw new Violation(`never published of ${caseId}: ${[...commanded.keys()].join(' ')}`);
  }
}

/** The state by a replay of the whole run without a cache, which also shows that the run is deterministic. */
async function stateOf(run: Run): Promise<CaseState> {
  const { execution, jobs } = await replay(run, caseWorkflow);
  // What came after its last command, or the beginning of a run that has asked for nothing.
  const { now, historyLength } = run.history.at(-1) ?? { now: run.beginning.startedAt, historyLength: 1 };
  const { commands } = await execution.activate({ now, historyLength, replaying: true, updates: [], jobs });
  if (commands.length > 0) {
    throw new Violation(`non-determinism in ${run.caseId}: a task without commands makes ${commands.length} at replay`);
  }
  return (execution.query?.() ?? initialCase) as CaseState;
}

function checkRest(world: World, run: Run, state: CaseState): void {
  if (run.status !== 'running') {
    const isOver = run.status === 'completed' ? state.phase === 'ended' : state.phase === 'unopened';
    if (!isOver) {
      throw new Violation(`the workflow of ${run.caseId} is ${run.status} and the case is ${state.phase}`);
    }
    return;
  }
  if (state.phase === 'open' && turnsOf(state).length === 0) {
    throw new Violation(`case ${run.caseId} waits for nobody`);
  }
  const deadline = nextDeadline(state);
  const due = deadline === null ? undefined : Date.parse(deadline);
  const armed = [...run.timers.values()].map((one) => one.target);
  if (state.phase !== 'unopened' && (armed.length !== (due === undefined ? 0 : 1) || armed[0] !== due)) {
    throw new Violation(
      `case ${run.caseId} is due at ${deadline}, timers are armed for ${armed.map(instant).join(', ') || 'nothing'}`,
    );
  }
  if (due !== undefined && due < world.now - slack) {
    throw new Violation(`the deadline ${deadline} of case ${run.caseId} passed without effect`);
  }
}

function checkProjection(
  { store }: Installation,
  caseId: string,
  events: readonly CaseEvent[],
  state: CaseState,
): void {
  const row = store.cases.get(caseId);
  expectSame(`the projected state of ${caseId}`, row?.state ?? initialCase, state);
  for (const event of events) {
    const logged = store.log.get(`cases ${caseId} ${event.sequence}`);
    expectSame(`the log of ${event.id}`, pick(logged), { ...pick(event), event_id: event.id });
  }
  if (state.phase !== 'unopened') {
    expectSame(
      `the inbox lines of ${caseId}`,
      inOrder([...store.lines.values()].map(({ line }) => line).filter((line) => line.caseId === caseId)),
      inOrder(inboxLinesOf(state)),
    );
    expectSame(
      `the parties of ${caseId}`,
      store.parties.get(caseId)?.map((one) => one.service_id),
      partiesOf(state),
    );
    const ofCase = ({ case_id }: { readonly case_id: string }) => case_id === caseId;
    const { caseRows, referralRows } = analysisRowsOf(state);
    expectSame(`the analysts' row of ${caseId}`, [...store.caseRows.values()].filter(ofCase), caseRows);
    expectSame(
      `the analysts' rows of the referrals of ${caseId}`,
      [...store.referralRows.values()].filter(ofCase).toSorted((one, other) => one.place - other.place),
      referralRows,
    );
  }
}

function inOrder(lines: readonly InboxLine[]): InboxLine[] {
  const idOf = ({ ownerServiceId, key }: InboxLine) => `${ownerServiceId ?? ''} ${key}`;
  return lines.toSorted((one, other) => idOf(one).localeCompare(idOf(other)));
}

function pick(
  one: Partial<{ event_id: string; type: string; time: string; by: unknown; data: unknown }> | undefined,
): object {
  return { event_id: one?.event_id, type: one?.type, time: one?.time, by: one?.by, data: one?.data };
}

function checkErased({ erased }: Installation, caseId: string, events: readonly CaseEvent[]): void {
  const isErasing = events.some(
    ({ type }) => type === 'relais.case.consent-withdrawn.v1' || type === 'relais.case.retention-ended.v1',
  );
  if (isErasing !== erased.includes(caseId)) {
    throw new Violation(`the notes of ${caseId} ${isErasing ? 'were not' : 'were'} erased`);
  }
}

function checkCounts({ store }: Installation): void {
  const measured = new Map<string, number>();
  let logged = 0;
  for (const { state } of store.cases.values()) {
    logged += state.sequence;
    for (const { cube, week, codes } of contributionsOf(state as KnownCase)) {
      const cell = [cube, week, ...[...codes, '', '', '', ''].slice(0, 4), false].join(' ');
      measured.set(cell, (measured.get(cell) ?? 0) + 1);
    }
  }
  expectSame('the measures', Object.fromEntries(store.measures), Object.fromEntries(measured));
  if (logged !== store.log.size || logged !== store.feed.length) {
    throw new Violation(`${logged} events, ${store.log.size} in the log, ${store.feed.length} in the feed`);
  }
}

function expectSame(what: string, found: unknown, wanted: unknown): void {
  if (!same(found, wanted)) {
    throw new Violation(`${what} is ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
