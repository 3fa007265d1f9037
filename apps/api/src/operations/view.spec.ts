import { describe, expect, it } from '@jest/globals';
import type { FlowFacts, KnownProcess } from '#persistence/operations';
import { processFault } from '#test/process-faults';
import { viewOf } from './view.js';

const readAt = '2026-11-24T10:00:00.000Z';
const earlier = '2026-11-24T09:59:58.000Z';

function copy(processId: string, change: Partial<KnownProcess> = {}): KnownProcess {
  return {
    processId,
    kind: 'api',
    host: 'host',
    port: 8400,
    version: '0.1.0',
    startedAt: '2026-11-24T09:00:00.000Z',
    seenAt: earlier,
    state: 'ready',
    replaced: false,
    clockAhead: 0,
    memoryBytes: 100_000_000,
    checks: [],
    faults: [],
    figures: {},
    ...change,
  };
}

const flow: FlowFacts = {
  readAt,
  deadLetters: [],
  deadLettersOpen: 0,
  parked: [],
  newest: null,
  feedPosition: 0,
  outboxWaiting: 0,
  outboxSince: null,
  cases: { open: 0, closed: 0, imported: 0 },
  offsets: [],
};

const seen = (...processes: KnownProcess[]) =>
  viewOf({ flow, processes, queue: undefined, postgresql: { version: '17', bytes: 1e9 }, backupAt: null });

describe('a disk that several copies write on', () => {
  const full = copy('full', { figures: { disk: { freeBytes: 30e9, totalBytes: 250e9 } } });
  const roomy = copy('roomy', { figures: { disk: { freeBytes: 60e9, totalBytes: 250e9 } } });

  it('is told once, as full as the one that found it fullest says', () => {
    const told = [{ host: 'host', freeBytes: 30e9, totalBytes: 250e9 }];
    expect([seen(full, roomy).disks, seen(roomy, full).disks]).toEqual([told, told]);
  });

  it('is told apart from one of another machine, and from another one of the same', () => {
    const other = copy('other', { host: 'second', figures: roomy.figures });
    const smaller = copy('smaller', { figures: { disk: { freeBytes: 10e9, totalBytes: 20e9 } } });
    expect(seen(full, other, smaller, copy('silent')).disks).toHaveLength(3);
  });

  it('is nothing that a copy which is gone still knows of', () => {
    expect(seen({ ...full, state: 'gone' }, roomy).disks).toMatchObject([{ freeBytes: 60e9 }]);
    expect(seen({ ...full, state: 'gone' }).disks).toEqual([]);
  });
});

describe('an error', () => {
  it('that several copies complain about alike is one, under the newest reference to look for', () => {
    const [one, other] = [
      copy('one', { faults: [processFault({ count: 3, hourBefore: 2 })] }),
      copy('other', { faults: [processFault({ reference: 'bbbb2222', firstAt: readAt, lastAt: readAt })] }),
    ];
    const told = [
      expect.objectContaining({
        reference: 'bbbb2222',
        count: 4,
        quarter: 2,
        hour: 2,
        hourBefore: 2,
        firstAt: earlier,
        lastAt: readAt,
      }),
    ];
    expect([seen(one, other).faults, seen(other, one).faults]).toEqual([told, told]);
  });

  it('counts in the verdict also where there are too many to show, the newest first', () => {
    const faults = Array.from({ length: 70 }, (_, place) =>
      processFault({ message: `error ${place}`, lastAt: new Date(Date.parse(earlier) + place).toISOString() }),
    );
    const { findings, faults: shown } = seen(copy('one', { faults }));
    expect(shown).toHaveLength(60);
    expect([shown[0]?.message, shown.at(-1)?.message]).toEqual(['error 69', 'error 10']);
    expect(findings).toContainEqual({ code: 'errors', severity: 'attention', subject: null, count: 70 });
  });

  it('counts no more as of the last fifteen minutes once its process is gone, and is shown all the same', () => {
    const [one, gone] = [
      copy('one', { faults: [processFault()] }),
      copy('gone', { faults: [processFault()], state: 'gone' }),
    ];
    const told = (...all: KnownProcess[]) => {
      const { findings, faults } = seen(...all);
      return [
        findings.find(({ code }) => code === 'errors')?.count,
        ...faults.map((each) => [each.count, each.quarter]),
      ];
    };
    expect([told(one), told(gone), told(one, gone)]).toEqual([
      [1, [1, 1]],
      [undefined, [1, 0]],
      [1, [2, 1]],
    ]);
  });
});
