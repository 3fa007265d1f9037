import { describe, expect, it } from '@jest/globals';
import { standingOf, type SignOfProcess } from './processes.js';

const worker: SignOfProcess = {
  kind: 'worker',
  startedAt: '2026-11-24T09:00:00.000Z',
  seenAt: '2026-11-24T10:00:00.000Z',
  ready: true,
  silentFor: 0,
};
const gone = { ...worker, silentFor: 16 };
const later = { ...worker, startedAt: '2026-11-24T10:00:01.000Z' };

describe('how a process stands', () => {
  it('says what it told last, as long as it was not silent for too long', () => {
    expect(standingOf({ ...worker, silentFor: 15 }, [])).toEqual({ state: 'ready', replaced: false });
    expect(standingOf({ ...worker, ready: false }, [later])).toEqual({ state: 'not-ready', replaced: false });
    expect(standingOf(gone, [gone])).toEqual({ state: 'gone', replaced: false });
  });

  it('is replaced by another of its kind that lives and was started since', () => {
    expect(standingOf(gone, [gone, later])).toEqual({ state: 'gone', replaced: true });
    for (const other of [worker, { ...later, kind: 'api' } as const, { ...later, silentFor: 16 }]) {
      expect(standingOf(gone, [gone, other])).toEqual({ state: 'gone', replaced: false });
    }
  });
});
