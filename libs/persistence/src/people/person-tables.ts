type Kept = {
  /** How a person gets what it knows of them: in a part of its own, as rows, or not at all. */
  readonly told: 'by-itself' | 'as-rows' | 'not';
  /** What becomes of it when they are erased: all rows of their id go, what is theirs alone is ended or taken out, or it stays under the id. */
  readonly erased: 'goes' | 'changes' | 'stays';
};

/** Every table that knows persons: what they get of it, and what erasing does to it. */
export const personTables = {
  absence: { told: 'by-itself', erased: 'changes' },
  account: { told: 'by-itself', erased: 'goes' },
  analysis_audit: { told: 'as-rows', erased: 'stays' },
  analysis_export: { told: 'as-rows', erased: 'stays' },
  audit_trail: { told: 'by-itself', erased: 'stays' },
  import_batch: { told: 'as-rows', erased: 'stays' },
  invitation: { told: 'as-rows', erased: 'changes' },
  mail_change: { told: 'as-rows', erased: 'goes' },
  membership: { told: 'by-itself', erased: 'changes' },
  membership_service: { told: 'by-itself', erased: 'stays' },
  membership_use: { told: 'as-rows', erased: 'stays' },
  outside_series: { told: 'as-rows', erased: 'stays' },
  outside_version: { told: 'as-rows', erased: 'stays' },
  pack: { told: 'as-rows', erased: 'stays' },
  passkey: { told: 'by-itself', erased: 'goes' },
  person: { told: 'by-itself', erased: 'changes' },
  provider_test: { told: 'as-rows', erased: 'goes' },
  saved: { told: 'as-rows', erased: 'changes' },
  session: { told: 'by-itself', erased: 'changes' },
  setting: { told: 'as-rows', erased: 'stays' },
  shared_figure: { told: 'as-rows', erased: 'stays' },
  sign_in_code: { told: 'as-rows', erased: 'goes' },
  sign_in_flow: { told: 'as-rows', erased: 'goes' },
  sign_in_wrong: { told: 'as-rows', erased: 'goes' },
  /** For what a key of a command was used: seven days, and nothing in it is about who sent it. */
  subject_key: { told: 'not', erased: 'stays' },
} as const satisfies Readonly<Record<string, Kept>>;

type Tables = typeof personTables;

/** A table of which a person gets their rows as they are kept. */
export type RowTable = { [Name in keyof Tables]: Tables[Name]['told'] extends 'as-rows' ? Name : never }[keyof Tables];

/** The tables of which all that is a person's goes with them. */
export const goingTables = Object.entries(personTables).flatMap(([name, { erased }]) =>
  erased === 'goes' ? [name] : [],
);
