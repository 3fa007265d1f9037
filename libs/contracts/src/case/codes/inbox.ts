/** The drawers of those who help, in the order of their tabs; which one opens by itself is `firstBucket` of the core. */
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
