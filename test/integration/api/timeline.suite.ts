import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseView, type CommandAnswer, type Timeline, timelineLength } from '#contracts/case';
import { type Answer, type Client, signIn } from '../../support/http.js';
import type { Stack } from '../../support/processes.js';
import type { System } from '../../support/system.js';
import { until } from '../../support/wait.js';

const events = 250;
const atOnce = 6;

let stack: Stack;
let amelie: Client;
let caseId: string;
let last: Answer<CommandAnswer>;
let view: CaseView;

const sequencesOf = ({ timeline }: Timeline) => timeline.map((event) => event.sequence);
const textsOf = ({ notes }: Timeline) => notes.map((note) => note.text);
const range = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, index) => from + index);

async function before(sequence: number): Promise<Timeline> {
  const { status, body } = await amelie.get<Timeline>(`/cases/${caseId}/timeline?before=${sequence}`);
  expect(status).toBe(200);
  return body;
}

/** A case too long to be shown at once. */
export function timeline(system: () => System): void {
  beforeAll(async () => {
    stack = system().stack;
    amelie = await signIn(stack.apiUrl, 'amelie-beci');
    caseId = (await amelie.openCase({ note: 'Première note.' })).body.caseId;
    await amelie.command(caseId, { type: 'refer', serviceIds: ['bemediation-mediation'], message: 'Le message.' });
    const left = range(3, events - 1);
    const writing = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        await amelie.command(caseId, { type: 'add-note', note: `Texte ${next}` });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, writing));
    last = await amelie.command(caseId, { type: 'add-note', note: 'Dernière note.' });
    view = await until(async () => {
      const { body } = await amelie.get<CaseView>(`/cases/${caseId}`);
      return body.sequence === events && body;
    }, 'the projector has seen the case');
  });

  describe('a case of 250 events', () => {
    it('shows the newest, with their notes and the messages of its referrals', () => {
      expect([sequencesOf(view), view.earlier]).toEqual([range(151, 250), 150]);
      expect(view.notes).toHaveLength(timelineLength + 1);
      expect(textsOf(view)).toEqual(expect.arrayContaining(['Dernière note.', 'Le message.']));
      expect(textsOf(view)).not.toContain('Première note.');
    });

    it('answers a command with as much, its own event and note included', () => {
      const { sequence, case: after } = last.body;
      expect([sequence, after.timeline.length, after.timeline.at(-1)?.sequence]).toEqual([
        events,
        timelineLength,
        events,
      ]);
      expect(after.earlier).toBe((after.timeline[0]?.sequence ?? 0) - 1);
      expect(textsOf(after)).toContain('Dernière note.');
    });

    it('shows what came before, stretch by stretch, each with its own notes', async () => {
      const second = await before(151);
      expect([sequencesOf(second), second.earlier, second.notes.length]).toEqual([range(51, 150), 50, 100]);
      const first = await before(51);
      expect([sequencesOf(first), first.earlier, first.notes.length]).toEqual([range(1, 50), 0, 50]);
      expect(textsOf(first)).toEqual(expect.arrayContaining(['Première note.', 'Le message.']));
      const texts = new Set([view, second, first].flatMap(textsOf));
      expect(texts.size).toBe(events);
      expect(await before(1)).toEqual({ timeline: [], notes: [], people: [], earlier: 0, missing: null });
    });

    it('shows to strangers none of it, and asks for a sequence', async () => {
      const nora = await signIn(stack.apiUrl, 'nora-unpass');
      expect((await nora.get(`/cases/${caseId}/timeline?before=151`)).status).toBe(404);
      for (const query of ['', '?before=0', '?before=new', '?before=9999999999']) {
        expect((await amelie.get(`/cases/${caseId}/timeline${query}`)).status).toBe(422);
      }
    });
  });
}
