/** The drawers of an inbox. `dispatch` and `escalated` are the coordinators'. */
export const inboxBuckets = [
  'to-answer',
  'first-contact',
  'in-progress',
  'on-hold',
  'to-decide',
  'waiting-on-others',
  'done',
  'dispatch',
  'escalated',
] as const;
