import { describe, expect, it } from '@jest/globals';
import { urgencies } from '#contracts/case/codes';
import { codesOf } from '#contracts/kernel/codes';
import { facts } from '#test/builders';
import { lead, opened, refer } from '#test/scenes';
import { answerTimes } from './answer-times.js';

describe('what is said before a request is sent', () => {
  it.each(codesOf(urgencies))('is when the case will wait for the answer, and until when: %s', (urgency) => {
    const scene = opened({ facts: facts({ urgency }) });
    scene.waitUntil('2026-09-04T14:20:00.000Z');
    const { policy } = scene.known();
    const told = policy === null ? null : answerTimes(policy, urgency, scene.now());
    scene.tell(lead, refer());
    const [sent] = scene.known().referrals;
    expect([told?.answerBy, told?.expiresAt]).toStrictEqual([sent?.answerBy, sent?.expiresAt]);
    expect([told?.remindAt]).toStrictEqual([sent?.remindAt]);
  });
});
