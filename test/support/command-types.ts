import type { CaseCommand } from '#contracts';

/** Types of the commands to a case that is open or was. */
export type CommandType = Exclude<CaseCommand['type'], 'open-case'>;

/** All of them. */
export const commandTypes = [
  'refer',
  'accept',
  'decline',
  'record-first-contact',
  'record-progress',
  'hold',
  'resume',
  'hand-on',
  'close-referral',
  'recall',
  'answer-recall',
  'amend-facts',
  'renew-consent',
  'withdraw-consent',
  'add-note',
  'resolve-dispatch',
  'close-case',
  'reopen-case',
  'record-follow-up',
] as const satisfies readonly CommandType[];
