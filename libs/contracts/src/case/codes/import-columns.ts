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

/**
 * Columns that may be missing or empty. `referrals` joins by `|`, oldest first, referrals such as
 * `first-line>mediator:2024-02-06:accepted:2024-02-07:2024-02-12:2024-05-30:helped`: sender, profession asked, sent on, answer,
 * answered on, first contact on, ended on, outcome; what comes after `sent on` may be empty or left out.
 */
export const optionalImportColumns = ['referrals'] as const;
export type ImportColumn = (typeof importColumns)[number] | (typeof optionalImportColumns)[number];
