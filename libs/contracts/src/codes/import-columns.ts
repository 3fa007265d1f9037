/** Columns of the CSV of closed historical cases, in any order. `difficulties` is `code:severity` joined by `|`, `languages` joined by `|`. */
export const importColumns = [
  'reference',
  'opened_on',
  'closed_on',
  'languages',
  'municipality',
  'sector',
  'legal_form',
  'size_band',
  'age_band',
  'stage',
  'difficulties',
  'channel',
  'urgency',
  'outcome',
] as const;
export type ImportColumn = (typeof importColumns)[number];
