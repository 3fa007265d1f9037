import { describe, expect, it } from '@jest/globals';
import type { Finding, RunningProcess } from '#contracts/operations';
import { processFault } from '#test/process-faults';
import { engineOf } from './engines.js';
import { replacedIn } from './progress.js';
import { findingsOf, type Judged } from './verdict.js';

const readAt = '2026-11-24T10:00:00.000Z';
const ago = (seconds: number) => new Date(Date.parse(readAt) - seconds * 1_000).toISOString();

function running(kind: RunningProcess['kind'], change: Partial<RunningProcess> = {}): RunningProcess {
  return {
    processId: `${kind}-1`,
    kind,
    host: 'host',
    port: 8400,
    version: '0.1.0',
    startedAt: ago(3_600),
    seenAt: ago(2),
    state: 'ready',
    replaced: false,
    clockAhead: 0.01,
    memoryBytes: 100_000_000,
    checks: [],
    ...change,
  };
}

const well: Judged = {
  readAt,
  processes: [running('api'), running('worker'), running('projector'), running('archivist')],
  engines: [],
  deadLetters: [],
  deadLettersOpen: 0,
  parked: [],
  offsets: [],
  newest: null,
  feedPosition: 0,
  outboxWaiting: 3,
  outboxSince: ago(1),
  queue: { tasks: [{ kind: 'workflow', pollers: 1, backlog: 2, backlogAge: 1 }], openCases: [], failing: null },
  ends: [{ topic: 'cases', partition: 1, end: '7', standing: 3, lost: false }],
  replaced: [],
  faults: [],
  cases: { open: 1, closed: 2, imported: 500 },
  disks: [{ host: 'host', freeBytes: 60e9, totalBytes: 250e9 }],
  databaseBytes: 1e9,
  backupAt: ago(86_400),
};

const codesOf = (change: Partial<Judged>) => findingsOf({ ...well, ...change }).map(({ code }) => code);

describe('the verdict', () => {
  it('is silent when all is well', () => {
    expect(findingsOf(well)).toEqual([]);
  });

  const fault = processFault({
    count: 40,
    firstAt: ago(7_000),
    lastAt: ago(60),
    quarter: 30,
    hour: 33,
    hourBefore: 7,
  });

  it('does not say that all is well above errors of the last fifteen minutes', () => {
    const faults = [fault, { ...fault, level: 'fatal' as const, quarter: 5 }, { ...fault, level: 'warn' as const }];
    const errors: Finding = { code: 'errors', severity: 'attention', subject: null, count: 35 };
    expect(findingsOf({ ...well, faults })).toEqual([errors]);
    expect(
      codesOf({
        faults: [
          { ...fault, quarter: 0 },
          { ...fault, level: 'warn' },
        ],
      }),
    ).toEqual([]);
  });

  it('tells of a disk that fills, and of a backup that is long ago; one of which nothing is known is no finding', () => {
    const disk = (freeBytes: number, totalBytes = 250e9) =>
      findingsOf({ ...well, disks: [{ host: 'host', freeBytes, totalBytes }] }).map(({ severity, count }) => [
        severity,
        count,
      ]);
    expect([disk(26e9), disk(19e9), disk(0.9e9), disk(15e9, 20e9)]).toEqual([[], [['attention', 7]], [['bad', 0]], []]);
    const backup = (backupAt: string | null) =>
      findingsOf({ ...well, backupAt }).map(({ code, count }) => [code, count]);
    expect([backup(ago(7 * 86_400)), backup(ago(20 * 86_400)), backup(null)]).toEqual([[], [['backup-old', 20]], []]);
  });

  it('names the program of which no copy runs', () => {
    const without = (kind: RunningProcess['kind']) => [
      ...well.processes.filter((one) => one.kind !== kind),
      running(kind, { state: 'gone' }),
    ];
    const none: Finding = { code: 'no-process', severity: 'bad', subject: 'worker', count: null };
    expect(findingsOf({ ...well, processes: without('worker') })).toEqual([none]);
    const onlyAnalysts: Finding = { ...none, severity: 'attention', subject: 'archivist' };
    expect(findingsOf({ ...well, processes: without('archivist') })).toEqual([onlyAnalysts]);
  });

  it('tells of a copy that is gone until another one is started', () => {
    const others = [...well.processes];
    expect(codesOf({ processes: [...others, running('worker', { state: 'gone' })] })).toEqual(['process-gone']);
    expect(codesOf({ processes: [...others, running('worker', { state: 'gone', replaced: true })] })).toEqual([]);
  });

  it('blames a process only for a trouble of its own, once it had time to start', () => {
    const trouble = (name: string, startedAt = ago(60)) => {
      const checks = [{ name, fault: 'waits', since: ago(30) }];
      return codesOf({
        processes: [running('projector', { state: 'not-ready', startedAt, checks }), ...well.processes],
      });
    };
    expect([trouble('outbox'), trouble('kafka'), trouble('outbox', ago(5))]).toEqual([['not-ready'], [], []]);
  });

  it('puts what does not work before what has to be looked at', () => {
    const end = { topic: 'cases', partition: 1, end: '7', standing: 60, lost: false };
    const wrong: Partial<Judged> = {
      deadLettersOpen: 2,
      outboxSince: ago(90),
      parked: [
        { subject: 'a', waitingFor: 3, events: 1, since: ago(90), deadLetter: false },
        { subject: 'b', waitingFor: 3, events: 1, since: ago(90), deadLetter: true },
      ],
      ends: [end, { ...end, partition: 2, standing: 0, lost: true }],
    };
    expect(findingsOf({ ...well, ...wrong }).map(({ code, subject, count }) => [code, subject, count])).toEqual([
      ['records-lost', 'cases/2', null],
      ['stuck', 'cases/1', null],
      ['dead-letters', null, 2],
      ['parked', null, 1],
      ['outbox', null, 3],
    ]);
  });

  it('tells of a log that took the place of another, once, and for as long as it is not read', () => {
    const grown = { topic: 'cases', partition: 1, end: '70', standing: 60, lost: false };
    const cut = { ...grown, partition: 2, lost: true };
    const ends = [grown, cut];
    expect(findingsOf({ ...well, ends, replaced: ['cases/1', 'cases/2'] })).toEqual([
      { code: 'records-lost', severity: 'bad', subject: 'cases/2', count: null },
      { code: 'log-replaced', severity: 'bad', subject: 'cases/1', count: null },
    ]);
  });

  it('hears of it from every process that lives, whoever reads the partition', () => {
    const telling = (
      kind: RunningProcess['kind'],
      figures: Record<string, unknown>,
      state: RunningProcess['state'] = 'ready',
    ) => ({
      ...running(kind, { state }),
      figures,
      faults: [],
    });
    const lost = (place: string) => ({ lost: [{ place, reason: 'it is another log' }] });
    const processes = [
      telling('projector', lost('cases/2')),
      telling('projector', { ends: [] }),
      telling('archivist', lost('cases/1')),
      telling('archivist', lost('cases/2')),
      telling('projector', lost('cases/9'), 'gone'),
    ];
    expect(replacedIn(processes)).toEqual(['cases/1', 'cases/2']);
  });

  it('asks for pollers only when a worker should be there', () => {
    const queue: Judged['queue'] = {
      tasks: [{ kind: 'workflow', pollers: 0, backlog: 40, backlogAge: 30 }],
      openCases: [],
      failing: 2,
    };
    expect(codesOf({ queue })).toEqual(['no-pollers', 'tasks-failing', 'backlog']);
    const processes = well.processes.filter(({ kind }) => kind !== 'worker');
    expect(codesOf({ queue, processes })).toEqual(['no-process', 'tasks-failing', 'backlog']);
  });

  it('notices a clock that is wrong and a projection that is far behind', () => {
    const offset = { topic: 'cases', partition: 0, next: '0', end: '2000', lag: 2_000, updatedAt: readAt };
    expect(codesOf({ offsets: [offset] })).toEqual(['behind']);
    const processes = [...well.processes, running('worker', { clockAhead: -3_600 })];
    expect(findingsOf({ ...well, processes })).toEqual([
      { code: 'clock', severity: 'attention', subject: 'worker', count: 3_600 },
    ]);
  });
});

describe('an engine', () => {
  const by = (state: RunningProcess['state'], fault: string | null, since: string) =>
    running('api', { state, checks: [{ name: 'kafka', fault, since }] });

  it('is what those who live say of it', () => {
    const [up, down, dead] = [
      by('ready', null, ago(50)),
      by('not-ready', 'refused', ago(20)),
      by('gone', 'refused', ago(99)),
    ];
    const stateOf = (all: RunningProcess[]) => {
      const { state, since, fault } = engineOf('kafka', null, all);
      return [state, since, fault];
    };
    expect(stateOf([dead])).toEqual(['unknown', null, null]);
    expect(stateOf([up, dead])).toEqual(['serves', ago(50), null]);
    expect(stateOf([up, down])).toEqual(['partly', ago(20), 'refused']);
    expect(stateOf([down, by('ready', 'refused', ago(30))])).toEqual(['away', ago(30), 'refused']);
  });
});
