import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '#domain/case';
import type { UnsettledCase, UntoldNoteRepository } from '#persistence/case';
import { CaseRefused, EngineAway } from '#temporal';
import { sweepNotes } from './note-sweep.js';

const open = (sequence: number) => async () => ({ phase: 'open', sequence }) as CaseState;
const note = (noteId: string) => ({ noteId, touchedAt: 'then' });

/** Notes of cases of which events tell, as far as they are projected. */
function store(cases: readonly (UnsettledCase & { told: readonly string[]; sequence: number })[]) {
  const outcome = { kept: [] as string[], removed: [] as string[], swept: 0 };
  const notes: Pick<UntoldNoteRepository, keyof UntoldNoteRepository> = {
    findUnsettled: async (after = '') => cases.find((one) => one.caseId > after),
    findTold: async (caseId) => {
      const found = cases.find((one) => one.caseId === caseId);
      return { sequence: found?.sequence ?? 0, told: new Set(found?.told) };
    },
    keep: async (found) => void outcome.kept.push(...found.map((one) => one.noteId)),
    remove: async (found) => {
      outcome.removed.push(...found.map((one) => one.noteId));
      return found.length;
    },
    removeUnusedKeys: async () => void (outcome.swept += 1),
  };
  return { notes, outcome };
}

const forever = new AbortController().signal;

describe('the sweep of notes', () => {
  it('keeps what an event tells of without asking the case, and removes the rest once the log is as far as the case', async () => {
    const { notes, outcome } = store([
      { caseId: 'a', notes: [note('told')], told: ['told'], sequence: 3 },
      { caseId: 'b', notes: [note('also'), note('never')], told: ['also'], sequence: 5 },
    ]);
    const asked: string[] = [];
    const state = async (caseId: string) => {
      asked.push(caseId);
      return open(5)();
    };
    expect(await sweepNotes(notes, { state }, forever)).toBe(1);
    expect([asked, outcome]).toEqual([['b'], { kept: ['told', 'also'], removed: ['never'], swept: 1 }]);
  });

  it('removes nothing of a case that is further than the log, or does not answer', async () => {
    const { notes, outcome } = store([{ caseId: 'a', notes: [note('new')], told: [], sequence: 4 }]);
    expect(await sweepNotes(notes, { state: open(5) }, forever)).toBe(0);
    const away = () => Promise.reject(new EngineAway('nobody answers'));
    expect(await sweepNotes(notes, { state: away }, forever)).toBe(0);
    expect(outcome.removed).toEqual([]);
  });

  it('removes those of a case that was never opened', async () => {
    const { notes, outcome } = store([{ caseId: 'a', notes: [note('lost')], told: [], sequence: 0 }]);
    const state = () => Promise.reject(new CaseRefused({ code: 'case-not-found' }));
    expect(await sweepNotes(notes, { state }, forever)).toBe(1);
    expect(outcome.removed).toEqual(['lost']);
  });
});
