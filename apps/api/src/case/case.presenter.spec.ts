import { describe, expect, it } from '@jest/globals';
import { type CaseEvent, type NoteView, timelineLength } from '#contracts/case';
import type { CaseReadRepository, NoteRepository } from '#persistence/case';
import type { PersonRepository } from '#persistence/people';
import { outsider, uuid } from '#test/builders';
import { lead, mediator, opened, refer } from '#test/scenes';
import { CasePresenter, mergeTimelines, missingIn } from './case.presenter.js';

const openingNote = uuid(60);
const message = uuid(61);
const underWay = uuid(62);
const noteOf = (at: number) => uuid(1000 + at);

/** A case with a message to the mediator and so many notes after it. */
function written(notes: number) {
  const scene = opened({ noteId: openingNote });
  expect(scene.tell(lead, refer({ messageNoteId: message }))).toBeUndefined();
  for (let at = 0; at < notes; at += 1) {
    expect(scene.tell(lead, { type: 'add-note', noteId: noteOf(at) })).toBeUndefined();
  }
  return scene;
}

/** A presenter over a log; every note there is can be read, also one whose command is still under way. */
function presenterOf(log: readonly CaseEvent[]) {
  const cases: Pick<CaseReadRepository, 'findEvents'> = {
    findEvents: async (_, before, most) => log.filter((event) => event.sequence < before).slice(-most),
  };
  const asked: string[] = [];
  const notes: Pick<NoteRepository, 'read'> = {
    read: async (_, noteIds) => {
      asked.push(...noteIds);
      return noteIds.map((noteId): NoteView => ({ noteId, text: noteId, writtenAt: '', organisationId: 'east' }));
    },
  };
  const people: Pick<PersonRepository, 'findNames'> = {
    findNames: async (personIds) => personIds.map((personId) => ({ personId, name: `Name of ${personId}` })),
  };
  const repositories = [cases as CaseReadRepository, notes as NoteRepository, people as PersonRepository] as const;
  return { presenter: new CasePresenter(...repositories), asked };
}

const sequencesOf = ({ timeline }: { timeline: readonly CaseEvent[] }) => timeline.map((event) => event.sequence);

describe('a timeline', () => {
  const event = (sequence: number) => ({ sequence }) as CaseEvent;

  it('holds each sequence once, in order', () => {
    expect(mergeTimelines([event(1), event(3)], [event(3), event(2)]).map((one) => one.sequence)).toEqual([1, 2, 3]);
  });
});

describe('what is missing of a timeline', () => {
  const events = (...sequences: number[]) => sequences.map((sequence) => ({ sequence }) as CaseEvent);

  it.each([
    [events(1, 2, 3), 3, null],
    [events(4, 5), 5, null],
    [events(4, 5), 7, { from: 6, to: 7 }],
    [events(4, 8), 8, { from: 5, to: 7 }],
    [events(4, 6, 9), 9, { from: 5, to: 8 }],
    [events(), 2, { from: 1, to: 2 }],
    [events(), 0, null],
  ])('%j up to %i', (timeline, last, missing) => {
    expect(missingIn(timeline, last)).toEqual(missing);
  });
});

describe('the view of a case', () => {
  it('tells the newest events, and how many came before', async () => {
    const scene = written(timelineLength + 20);
    const { presenter, asked } = presenterOf(scene.events);
    const view = await presenter.viewOf(scene.known(), lead);
    expect([sequencesOf(view).length, view.timeline[0]?.sequence, view.earlier]).toEqual([timelineLength, 23, 22]);
    expect([asked.length, asked.includes(message), asked.includes(openingNote)]).toEqual([101, true, false]);
  });

  it('holds what the log does not know yet, and still no more than the newest', async () => {
    const scene = written(timelineLength);
    const { presenter } = presenterOf(scene.events.slice(0, -3));
    const view = await presenter.viewOf(scene.known(), lead, scene.events.slice(-2));
    expect([view.timeline.length, view.earlier, view.timeline.at(-1)]).toEqual([100, 1, scene.events.at(-1)]);
    const lost = scene.known().sequence - 2;
    expect(sequencesOf(view)).not.toContain(lost);
    expect(view.missing).toEqual({ from: lost, to: lost });
    expect((await presenter.viewOf(scene.known(), lead)).missing).toEqual({ from: lost, to: lost + 2 });
  });

  it('leaves out a note that no event and no referral names', async () => {
    const scene = written(1);
    const { presenter, asked } = presenterOf(scene.events);
    const { notes, earlier } = await presenter.viewOf(scene.known(), lead);
    expect(notes.map((note) => note.noteId).sort()).toEqual([openingNote, message, noteOf(0)].sort());
    expect([asked.includes(underWay), earlier]).toEqual([false, 0]);
  });

  it('asks for no notes once they are erased', async () => {
    const scene = written(3);
    expect(scene.tell(lead, { type: 'withdraw-consent' })).toBeUndefined();
    const { presenter, asked } = presenterOf(scene.events);
    expect(await presenter.viewOf(scene.known(), lead)).toMatchObject({ notes: [], notesErased: true, earlier: 0 });
    expect((await presenter.timelineOf(scene.known(), 4)).notes).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('is what they did, and no more, for who lost sight of the case', async () => {
    const scene = written(3);
    const { presenter, asked } = presenterOf(scene.events);
    const fresh = scene.events.slice(-1);
    const view = await presenter.viewOf(scene.known(), outsider, fresh);
    expect([view.timeline, view.notes, view.earlier, asked]).toEqual([fresh, [], 0, []]);
  });
});

describe('the timeline before a sequence', () => {
  it('is the newest of it with its own notes', async () => {
    const scene = written(timelineLength + 20);
    const { presenter, asked } = presenterOf(scene.events);
    const earlier = await presenter.timelineOf(scene.known(), 23);
    expect([sequencesOf(earlier).length, earlier.timeline.at(-1)?.sequence, earlier.earlier]).toEqual([22, 22, 0]);
    expect([asked.length, asked.includes(message), asked.includes(openingNote)]).toEqual([22, true, true]);
  });

  it('does not reach beyond the state that says who may see it', async () => {
    const scene = written(2);
    const before = scene.known();
    expect(scene.tell(mediator, { type: 'add-note', noteId: uuid(70) })).toBeUndefined();
    const { presenter } = presenterOf(scene.events);
    expect(sequencesOf(await presenter.timelineOf(before, 1000))).toEqual([1, 2, 3, 4]);
  });
});
