import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseColumns, keptColumns, referralColumns, selectedColumns } from '#contracts/analysis/codes';
import type { CaseEvent, PastReferral } from '#contracts/case';
import { consent, coordinator, facts, services, uuid } from '#test/builders';
import { importedCase } from '#test/histories';
import type { Play } from '#test/playing';
import { anyCase } from '#test/random-case';
import { retold } from '#test/retold-rows';
import { runs } from '#test/runs';
import { lead, mediator, offerToTwo, opened, refer, secondMediator, toMediator, toSecondMediator } from '#test/scenes';
import { erases, evolve, initialCase, type CaseState, type KnownCase } from '../case/index.js';
import { analysisRowsOf, isErased, rowsChanged, type AnalysisRows } from './index.js';

const anyPlay = anyCase.map((played) => played(uuid(1)));

/** The rows that are there when every change was written as it came. */
function written(events: readonly CaseEvent[], atOnce: number) {
  const cases = new Map<string, object>();
  const referrals = new Map<number, object>();
  let state: CaseState = initialCase;
  for (let from = 0; from < events.length; from += atOnce) {
    const after = events.slice(from, from + atOnce).reduce<CaseState>(evolve, state) as KnownCase;
    const { caseRows, referralRows } = rowsChanged(state, after);
    if (isErased(after)) {
      cases.clear();
      referrals.clear();
    }
    caseRows.forEach((row) => cases.set(row.case_id, row));
    referralRows.forEach((row) => referrals.set(row.place, row));
    state = after;
  }
  return { caseRows: [...cases.values()], referralRows: [...referrals.values()] };
}

const looksEvery = 3;

function expectRetold({ caseRows, referralRows }: AnalysisRows, wanted: ReturnType<typeof retold>): void {
  expect(caseRows).toMatchObject(wanted.cases);
  expect(caseRows).toHaveLength(wanted.cases.length);
  expect(referralRows).toMatchObject(wanted.referrals);
  expect(referralRows).toHaveLength(wanted.referrals.length);
}

describe('the rows of a case', () => {
  it('are what its events tell, at the end and written change by change', () => {
    const check = ({ events, known }: Play) => {
      const { caseRows, referralRows } = analysisRowsOf(known());
      for (const atOnce of [1, 3]) {
        expect(written(events, atOnce)).toEqual({ caseRows, referralRows });
      }
      expect(isErased(known())).toBe(events.some(erases));
      let state: CaseState = initialCase; // What lasts a while, like a pause, is seldom there at the end.
      events.forEach((event, place) => {
        state = evolve(state, event);
        if (place % looksEvery === 0 || place === events.length - 1) {
          expectRetold(analysisRowsOf(state as KnownCase), retold(events.slice(0, place + 1)));
        }
      });
    };
    fc.assert(fc.property(anyPlay, check), runs(200));
  });

  it('are written again when one who opened the case without leading it comes to lead it', () => {
    const scene = opened();
    scene.tell(lead, refer({ proposesLead: true }));
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    const back = [{ referralId: toSecondMediator, service: services.accountant }];
    scene.tell(mediator, { type: 'hand-on', referralId: toMediator, targets: back, mode: 'each' });
    scene.tell(lead, { type: 'accept', referralId: toSecondMediator });
    const [first, ...others] = scene.events;
    const { referralId, to } = { referralId: toSecondMediator, to: services.accountant };
    const data = { from: services.mediator, to, referralId };
    const transferred = { ...scene.events.at(-1), type: 'relais.case.lead-transferred.v1', data } as CaseEvent;
    const withoutLead = { ...first, data: { ...first?.data, lead: null } } as CaseEvent;
    const sequence = scene.events.length + 1;
    const events = [withoutLead, ...others, { ...transferred, sequence }];
    const state = events.reduce<CaseState>(evolve, initialCase) as KnownCase;
    expect(analysisRowsOf(state).referralRows.map(({ sender }) => sender)).toEqual(['accountant', 'mediator']);
    expect(written(events, 1)).toEqual(analysisRowsOf(state));
  });

  it('have the columns of the list, and neither persons nor notes', () => {
    const scene = opened();
    scene.tell(lead, refer({ messageNoteId: uuid(77) }));
    expect(JSON.stringify(scene.events)).toMatch(/personId.*messageNoteId/);
    const { caseRows, referralRows } = analysisRowsOf(scene.known());
    const sorted = (names: readonly string[]) => [...names].sort();
    expect(sorted(Object.keys(caseRows[0] ?? {}))).toEqual(sorted(keptColumns(caseColumns).map(([name]) => name)));
    expect(sorted(Object.keys(referralRows[0] ?? {}))).toEqual(
      sorted(['place', ...keptColumns(referralColumns).map(([name]) => name)]),
    );
    expect(JSON.stringify([caseRows, referralRows])).not.toMatch(/person-|0000004d/);
  });

  it('say how often the case was queued, and what it was told by when each referral was sent', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'decline', referralId: toMediator, reason: 'full', choice: 'capacity' });
    scene.tell(lead, { type: 'amend-facts', facts: facts({ sector: 'retail', stage: 'distress' }) });
    const again = { referralId: toSecondMediator, service: services.secondMediator };
    scene.tell(coordinator, refer({ targets: [again] }));
    scene.tell(secondMediator, { type: 'decline', referralId: toSecondMediator, reason: 'full', choice: 'capacity' });
    scene.tell(lead, { type: 'amend-facts', facts: facts() });
    const { caseRows, referralRows } = analysisRowsOf(scene.known());
    expect(caseRows).toMatchObject([{ queued: 2, sector: 'horeca', stage: 'restructuring', referrals: 2 }]);
    expect(referralRows).toMatchObject([
      { sector: 'horeca', stage: 'restructuring', sender: 'accountant' },
      { sector: 'retail', stage: 'distress', sender: 'coordination' },
    ]);
  });

  it('are gone once consent was withdrawn, also after it is opened again', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(lead, { type: 'withdraw-consent' });
    expect(analysisRowsOf(scene.known())).toEqual({ caseRows: [], referralRows: [] });
    const reopening = { type: 'reopen-case', reason: 'relapse', consent: consent() } as const;
    expect(scene.tell(lead, reopening)).toBeUndefined();
    expect(scene.known().phase).toBe('open');
    expect(analysisRowsOf(scene.known())).toEqual({ caseRows: [], referralRows: [] });
  });
});

/** The row of the referral to the mediator. */
const rowOf = (scene: Play) =>
  analysisRowsOf(scene.known()).referralRows.find(({ referral_id }) => referral_id === toMediator);

/** A case whose mediator helps. */
function helped() {
  const scene = opened();
  scene.tell(lead, refer());
  scene.tell(mediator, { type: 'accept', referralId: toMediator });
  scene.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
  return scene;
}

describe('the row of a referral', () => {
  it('that is kept after it was asked back while on hold is on hold', () => {
    const scene = helped();
    scene.tell(mediator, {
      type: 'hold',
      referralId: toMediator,
      reason: 'awaiting-court',
      until: '2026-09-30T08:00:00.000Z',
    });
    scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
    expect(rowOf(scene)).toMatchObject({ state: 'recall-requested', ended_at: null });
    scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: false });
    expect(rowOf(scene)).toMatchObject({ state: 'on-hold', ended_at: null, answer: 'accepted' });
  });

  it('remembers when it was accepted and first met, however often it paused', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.waitUntil('2026-09-01T09:00:00.000Z');
    scene.tell(mediator, { type: 'accept', referralId: toMediator });
    scene.waitUntil('2026-09-01T10:00:00.000Z');
    scene.tell(mediator, { type: 'record-first-contact', referralId: toMediator });
    for (let round = 0; round < 50; round += 1) {
      scene.waitUntil(new Date(Date.parse(scene.now()) + 60_000).toISOString());
      scene.tell(lead, { type: 'recall', referralId: toMediator, reason: 'need-changed' });
      scene.tell(mediator, { type: 'answer-recall', referralId: toMediator, agree: false });
    }
    expect(scene.known().referrals[0]?.spans).toHaveLength(40);
    expect(rowOf(scene)).toMatchObject({
      state: 'in-progress',
      accepted_at: '2026-09-01T09:00:00.000Z',
      answered_at: '2026-09-01T09:00:00.000Z',
      first_contact_at: '2026-09-01T10:00:00.000Z',
    });
  });

  const referralId = toMediator;
  const later = '2026-09-02T09:00:00.000Z';

  it.each<readonly [string, () => Play, object]>([
    [
      'declined',
      () => {
        const scene = opened();
        scene.tell(lead, refer());
        scene.waitUntil(later);
        scene.tell(mediator, { type: 'decline', referralId, reason: 'full', choice: 'capacity' });
        return scene;
      },
      { declined_at: later, answered_at: later, answer: 'full', decline_reason: 'full', choice: 'capacity' },
    ],
    [
      'released',
      () => {
        const scene = opened();
        scene.tell(lead, offerToTwo);
        scene.waitUntil(later);
        scene.tell(secondMediator, { type: 'accept', referralId: toSecondMediator });
        return scene;
      },
      { released_at: later, answered_at: null, answer: null },
    ],
    [
      'recalled',
      () => {
        const scene = opened();
        scene.tell(lead, refer());
        scene.waitUntil(later);
        scene.tell(lead, { type: 'recall', referralId, reason: 'need-changed' });
        return scene;
      },
      { recalled_at: later, answered_at: null, answer: null },
    ],
    [
      'closed',
      () => {
        const scene = helped();
        scene.waitUntil(later);
        scene.tell(mediator, { type: 'close-referral', referralId, outcome: 'helped' });
        return scene;
      },
      { outcome: 'helped', answer: 'accepted' },
    ],
  ])('that was %s ended then', (state, play, more) => {
    expect(rowOf(play())).toMatchObject({ state, ended_at: later, ...more });
  });

  it('that expired ended then', () => {
    const scene = opened();
    scene.tell(lead, refer());
    scene.waitUntil('2026-10-01T09:00:00.000Z');
    const expired = scene.events.find(({ type }) => type === 'relais.referral.expired.v1')?.time;
    expect(expired).toBeDefined();
    expect(rowOf(scene)).toMatchObject({
      state: 'expired',
      answer: 'expired',
      ended_at: expired,
      expired_at: expired,
      answered_at: expired,
    });
  });

  it('from before Relais ended with its help, or with an answer', () => {
    const past: PastReferral = {
      from: 'first-line',
      to: 'lawyer',
      sentOn: '2024-02-02T11:00:00.000Z',
      answer: 'accepted',
      answeredOn: '2024-02-03T11:00:00.000Z',
      firstContactOn: '2024-02-04T11:00:00.000Z',
      endedOn: '2024-02-05T11:00:00.000Z',
      outcome: 'helped',
      hop: 0,
    };
    const untaken = { ...past, firstContactOn: null, endedOn: null, outcome: null };
    const event = importedCase(1) as Extract<CaseEvent, { type: 'relais.case.imported.v1' }>;
    const referrals: PastReferral[] = [
      past,
      { ...untaken, answer: 'full', hop: 2 },
      { ...untaken, answer: 'expired' },
      { ...untaken, answer: null, answeredOn: null },
    ];
    const state = evolve(initialCase, { ...event, data: { ...event.data, referrals } });
    const { caseRows, referralRows } = analysisRowsOf(state);
    expect(caseRows).toMatchObject([{ imported: true, referrals: 4, hops: 2, outcome: 'recovered' }]);
    const at = past.answeredOn;
    expect(referralRows).toMatchObject([
      { state: 'closed', accepted_at: at, ended_at: past.endedOn, outcome: 'helped', referral_id: null, service: null },
      { state: 'declined', declined_at: at, decline_reason: 'full', ended_at: at, accepted_at: null },
      { state: 'expired', expired_at: at, decline_reason: null, ended_at: at },
      { state: 'released', released_at: null, answered_at: null, ended_at: null },
    ]);
  });
});

it('columns of a former name repeat one that is kept', () => {
  for (const columns of [caseColumns, referralColumns]) {
    const kept = new Set(keptColumns(columns).map(([name]) => name));
    expect(selectedColumns(columns).filter(([, values]) => !kept.has(values))).toEqual([]);
  }
  expect(selectedColumns(caseColumns)).toContainEqual(['reopened', 'reopenings']);
  expect(selectedColumns(referralColumns)).toContainEqual(['decline_choice', 'choice']);
});
