/** The drawers of those who help, in the order in which they are looked into. */
export const helperBuckets = [
  'to-answer',
  'first-contact',
  'in-progress',
  'on-hold',
  'to-decide',
  'waiting-on-others',
  'done',
] as const;

/** All drawers of an inbox; `dispatch` and `escalated` are the coordinators'. */
export const inboxBuckets = [...helperBuckets, 'dispatch', 'escalated'] as const;
