import type { ProcessFault } from '#contracts/operations';

const at = '2026-11-24T09:59:58.000Z';

/** A fault that a process has met once, but for what is given. */
export const processFault = (change: Partial<ProcessFault> = {}): ProcessFault => ({
  kind: 'api',
  level: 'error',
  message: 'unexpected error',
  detail: null,
  where: 'GET /api/v1/inbox',
  reference: 'aaaa1111',
  count: 1,
  firstAt: at,
  lastAt: at,
  quarter: 1,
  hour: 1,
  hourBefore: 0,
  ...change,
});
