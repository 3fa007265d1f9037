import { describe, expect, it } from '@jest/globals';
import type { CaseEvent, NoteView, Timeline } from '#contracts/case';
import { joined, noteTexts } from './timeline-model.js';

const event = (sequence: number, noteId?: string) =>
  ({ sequence, type: 'relais.case.note-added.v1', data: { noteId } }) as CaseEvent;

const sent = (sequence: number, messageNoteId: string) =>
  ({ sequence, type: 'relais.referral.sent.v1', data: { messageNoteId } }) as CaseEvent;

const note = (noteId: string) => ({ noteId, text: `text ${noteId}` }) as NoteView;

const stretch = (from: number, until: number): Timeline => ({
  timeline: Array.from({ length: until - from + 1 }, (_, index) => event(from + index)),
  notes: [note(`note ${from}`)],
  people: [],
  earlier: from - 1,
  missing: null,
});

const sequencesOf = ({ timeline }: Timeline) => timeline.map((one) => one.sequence);

describe('what was loaded and what is newest', () => {
  it('become one stretch, each event once, when they touch or overlap', () => {
    expect(joined(stretch(3, 5), stretch(6, 8))).toEqual({ ...stretch(3, 8), notes: [note('note 3'), note('note 6')] });
    expect(sequencesOf(joined(stretch(3, 6), stretch(5, 8)))).toEqual([3, 4, 5, 6, 7, 8]);
  });

  it('keep an event that the newest answer does not know yet', () => {
    const lagging = { ...stretch(4, 7), timeline: [event(4), event(5), event(7)] };
    expect(sequencesOf(joined(stretch(3, 6), lagging))).toEqual([3, 4, 5, 6, 7]);
  });

  it('lack what neither of them knows', () => {
    const lagging = { ...stretch(4, 9), timeline: [event(4), event(9)], missing: { from: 5, to: 8 } };
    expect(joined(stretch(3, 6), lagging).missing).toEqual({ from: 7, to: 8 });
    expect(joined(stretch(3, 8), lagging).missing).toBeNull();
  });

  it('are only the newest when events between them are not known', () => {
    expect(joined(stretch(1, 5), stretch(7, 9))).toEqual(stretch(7, 9));
  });
});

describe('the text of a note', () => {
  it('stands at the first event that names it', () => {
    const timeline = [sent(4, 'a'), sent(5, 'a'), event(6, 'b'), event(7, 'unknown'), event(8)];
    expect([...noteTexts({ timeline, notes: [note('b'), note('a')], people: [], earlier: 3, missing: null })]).toEqual([
      [4, 'text a'],
      [6, 'text b'],
    ]);
  });
});
