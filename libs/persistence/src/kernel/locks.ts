/** Keys of the advisory locks of the database; every lock of Relais is named here so that no two share a number. */
export const locks = {
  /** Held while the schema is brought up to date. */
  migration: 7301,
  /** Shared by every transaction that writes a projection, exclusive while a rebuilt one takes its place. */
  projection: 7302,
  /** Held from a transaction's first feed row to its end, so that positions become visible in their order. */
  feed: 7303,
  /** Held by the one process that sends the outbox. */
  outbox: 7304,
  /** Held by the one rebuild that may run. */
  rebuild: 7305,
  /** Held by an import from its checks to its end, so that what was checked still holds when it is written. */
  imports: 7306,
  /** Held by a closing of an epoch from its first look to its end: each builds on the one before. */
  epochs: 7307,
  /** Held from an archivist's first new position to its end, so that positions become visible in their order. */
  archive: 7308,
  /** Held by the one archivist that writes or replaces Parquet files. */
  filing: 7309,
  /** Held by the one process that prints a pack. */
  printing: 7310,
  /** Held from a transaction's entry in the audit trail to its end: each entry builds on the one before. */
  auditTrail: 7311,
  /** Held while memberships are ended or lose roles, so that whoever looks who else is left sees what others do. */
  members: 7312,
  /** Held from the count of the letters of invitations to the one that is added, so that many at once are no more than allowed. */
  invitations: 7313,
} as const;

/** Channels of LISTEN and NOTIFY. */
export const channels = {
  feed: 'relais_feed',
  outbox: 'relais_outbox',
  sessions: 'relais_sessions',
  /** What a person may do has changed: a trigger says so, with whose rights they are. */
  rights: 'relais_rights',
  /** Events came into the archive. */
  archive: 'relais_archive',
  /** Somebody waits until Parquet files hold all that came in. */
  filing: 'relais_filing',
} as const;
