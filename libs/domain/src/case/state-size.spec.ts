import { describe, expect, it } from '@jest/globals';
import { uuid } from '#test/builders';
import { lead, mediator, opened, refer, toMediator } from '#test/scenes';

describe('the state of a case', () => {
  const referralId = toMediator;

  /** A case whose mediator goes on for so many rounds of notes, progress, pauses and questions to give it back. */
  function after(rounds: number) {
    const scene = opened();
    scene.tell(lead, refer());
    scene.tell(mediator, { type: 'accept', referralId });
    scene.tell(mediator, { type: 'record-first-contact', referralId });
    for (let round = 0; round < rounds; round += 1) {
      const refusals = [
        scene.tell(lead, { type: 'add-note', noteId: uuid(1000 + round) }),
        scene.tell(mediator, { type: 'record-progress', referralId, step: 'meeting', noteId: uuid(9000 + round) }),
        scene.tell(mediator, {
          type: 'hold',
          referralId,
          reason: 'entrepreneur-unavailable',
          until: '2026-09-08T08:00:00.000Z',
        }),
        scene.tell(mediator, { type: 'resume', referralId }),
        scene.tell(lead, { type: 'recall', referralId, reason: 'need-changed' }),
        scene.tell(mediator, { type: 'answer-recall', referralId, agree: false }),
      ];
      expect(refusals).toStrictEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
    }
    return scene.known();
  }

  const sizeOf = (state: unknown) => JSON.stringify(state).length;

  it('does not grow with the commands about it', () => {
    expect(sizeOf({ ...after(200), sequence: 0 })).toBe(sizeOf({ ...after(50), sequence: 0 }));
  });

  it('remembers how a referral began and what it came to', () => {
    const spans = after(50).referrals[0]?.spans ?? [];
    expect([spans.length, spans[0]?.state, spans.at(-1)]).toMatchObject([40, 'sent', { until: null }]);
  });
});
