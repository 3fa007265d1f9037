import type { Action } from '#contracts/case';

/** What people do in a case, by the names of their commands; opening it is one of them. Listed here, since the schemas are large. */
export const commandTypes = Object.keys({
  'open-case': true,
  accept: true,
  decline: true,
  'record-first-contact': true,
  'record-progress': true,
  hold: true,
  resume: true,
  'hand-on': true,
  'close-referral': true,
  recall: true,
  'answer-recall': true,
  'undo-answer': true,
  'offer-lead': true,
  'answer-lead': true,
  refer: true,
  'amend-facts': true,
  'renew-consent': true,
  'withdraw-consent': true,
  'add-note': true,
  'resolve-dispatch': true,
  'close-case': true,
  'reopen-case': true,
  'record-follow-up': true,
} satisfies Record<Action['type'] | 'open-case', true>) as (Action['type'] | 'open-case')[];
