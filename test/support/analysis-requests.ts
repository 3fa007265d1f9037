/** The request of an export of openings and closings of cases, changed as given; `readExport` reads it. */
export const exportOfCases = (format: string, more: object = {}) => ({
  of: 'events',
  format,
  filter: { stream: 'cases', type: 'relais.case.opened.v1,relais.case.closed.v1' },
  columns: ['code', 'type', 'time', 'difficulties', 'outcome', '$.parentReferralId'],
  ...more,
});

/** The request that saves a query under a name. */
export const savedQuery = (name: string, shared: boolean) => ({
  name,
  shared,
  content: { kind: 'query', sql: 'SELECT 1', parameters: { a: 1 }, chart: null },
});
