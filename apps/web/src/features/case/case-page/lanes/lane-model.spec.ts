import { describe, expect, it } from '@jest/globals';
import type { ReferralView, StateSpan } from '#contracts/case';
import type { Drawing } from './lane-model.js';
import { inChains } from '../../parts/chains.js';
import { laneOf, spanOf } from './lane-model.js';

const now = new Date('2026-11-20T09:00:00.000Z');

function referral(referralId: string, more: Partial<ReferralView> = {}): ReferralView {
  return {
    referralId,
    to: { serviceId: 'a-service', organisationId: 'a', profession: 'mediator' },
    from: { organisationId: 'b', serviceId: 'b-service' },
    state: 'in-progress',
    urgency: 'normal',
    offerId: null,
    parentReferralId: null,
    hop: 0,
    proposesLead: false,
    sentAt: '2026-11-10T09:00:00.000Z',
    endedAt: null,
    deadline: null,
    expiresAt: null,
    escalated: false,
    outcome: null,
    declined: null,
    messageNoteId: null,
    spans: [span('sent', '2026-11-10', '2026-11-11'), span('in-progress', '2026-11-11', null)],
    ...more,
  };
}

function span(state: StateSpan['state'], from: string, until: string | null): StateSpan {
  return { state, from: `${from}T09:00:00.000Z`, until: until === null ? null : `${until}T09:00:00.000Z` };
}

/** Ten pixels a day from 1 November, one pixel wide margins of text: five pixels a character. */
function drawing(more: Partial<Drawing> = {}): Drawing {
  return {
    x: (at) => (at.getTime() - Date.parse('2026-11-01T09:00:00.000Z')) / 8_640_000,
    measure: (text) => text.length * 5,
    left: 0,
    right: 300,
    nowX: 190,
    now,
    stateName: (state) => state,
    endingOf: (one) => (one.endedAt === null ? null : 'closed: helped'),
    progressOf: () => [],
    ...more,
  };
}

const closed = { state: 'closed', endedAt: '2026-11-13T09:00:00.000Z', outcome: 'helped' } as const;

describe('a lane', () => {
  it('names a stretch only where its words fit', () => {
    const { bars } = laneOf(referral('one'), drawing());
    expect(bars).toEqual([
      { state: 'sent', x: 90, width: 10, label: null },
      { state: 'in-progress', x: 100, width: 90, label: 'in-progress' },
    ]);
  });

  it('is never too narrow to be seen, nor too young to say how it stands', () => {
    const brief = laneOf(referral('one', { state: 'sent', spans: [span('sent', '2026-11-20', null)] }), drawing());
    expect(brief.bars.map((bar) => bar.width)).toEqual([4]);
    expect(brief.present).toBe('sent');
    expect(laneOf(referral('one'), drawing()).present).toBeNull();
  });

  it('says how it ended at the right when nothing is in the way', () => {
    const early = referral('one', { ...closed, spans: [span('sent', '2026-11-03', '2026-11-04')] });
    expect(laneOf(early, drawing()).ending).toEqual({ text: 'closed: helped', x: 30, textX: 38, place: 'right' });
  });

  it('says it at the left rather than across the line of the present', () => {
    const late = referral('one', { ...closed, spans: [span('in-progress', '2026-11-11', '2026-11-13')] });
    expect(laneOf(late, drawing()).ending).toEqual({ text: 'closed: helped', x: 120, textX: 92, place: 'left' });
  });

  it('says it beside the title when there is room at neither side', () => {
    const long = referral('one', { ...closed, spans: [span('in-progress', '2026-11-02', '2026-11-19')] });
    expect(laneOf(long, drawing()).ending?.place).toBe('title');
  });
});

describe('the order of lanes', () => {
  it('puts what was handed on below what it came from', () => {
    const lanes = [referral('a'), referral('b'), referral('a2', { parentReferralId: 'a' })];
    expect(inChains(lanes).map((one) => one.referralId)).toEqual(['a', 'a2', 'b']);
  });
});

describe('the axis', () => {
  it('begins at the opening and leaves room after now', () => {
    const [from, until] = spanOf('2026-11-10T09:00:00.000Z', null, now);
    expect([from.toISOString(), until > now]).toEqual(['2026-11-10T09:00:00.000Z', true]);
  });

  it('ends soon after a closed case', () => {
    const [, until] = spanOf('2026-01-10T09:00:00.000Z', '2026-01-20T09:00:00.000Z', now);
    expect(until < new Date('2026-01-22T09:00:00.000Z')).toBe(true);
  });
});
