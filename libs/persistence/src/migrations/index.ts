import type { DataSource } from 'typeorm';
import { runMigrations } from '../kernel/migration.repository.js';
import { Truth1764000000001 } from './1764000000001-truth.js';
import { Projection1764000000002 } from './1764000000002-projection.js';
import { Process1764000000003 } from './1764000000003-process.js';
import { Measures1764000000004 } from './1764000000004-measures.js';
import { Epochs1764000000005 } from './1764000000005-epochs.js';
import { Outside1764000000006 } from './1764000000006-outside.js';
import { Packs1764000000007 } from './1764000000007-packs.js';
import { Margins1764000000008 } from './1764000000008-margins.js';
import { Archive1764000000009 } from './1764000000009-archive.js';
import { Analytics1764000000010 } from './1764000000010-analytics.js';
import { SharedFigures1764000000011 } from './1764000000011-shared-figures.js';
import { AnalysisRows1764000000012 } from './1764000000012-analysis-rows.js';
import { Subject1764000000013 } from './1764000000013-subject.js';
import { People1764000000014 } from './1764000000014-people.js';
import { Keys1764000000015 } from './1764000000015-keys.js';
import { FreeTexts1764000000016 } from './1764000000016-free-texts.js';
import { Fingerprints1764000000017 } from './1764000000017-fingerprints.js';
import { SeriesFlags1764000000018 } from './1764000000018-series-flags.js';
import { SeriesCounts1764000000019 } from './1764000000019-series-counts.js';
import { RemovedFigures1764000000020 } from './1764000000020-removed-figures.js';
import { RightsNotices1764000000021 } from './1764000000021-rights-notices.js';
import { Accounts1764000000022 } from './1764000000022-accounts.js';
import { Passkeys1764000000023 } from './1764000000023-passkeys.js';
import { Absences1764000000024 } from './1764000000024-absences.js';
import { Erasing1764000000025 } from './1764000000025-erasing.js';
import { InvitationLetters1764000000027 } from './1764000000027-invitation-letters.js';
import { ErasureAsked1764000000028 } from './1764000000028-erasure-asked.js';
import { MailOutcomes1764000000026 } from './1764000000026-mail-outcomes.js';

/** All migrations, oldest first. */
const migrations = [
  Truth1764000000001,
  Projection1764000000002,
  Process1764000000003,
  Measures1764000000004,
  Epochs1764000000005,
  Outside1764000000006,
  Packs1764000000007,
  Margins1764000000008,
  Archive1764000000009,
  Analytics1764000000010,
  SharedFigures1764000000011,
  AnalysisRows1764000000012,
  Subject1764000000013,
  People1764000000014,
  Keys1764000000015,
  FreeTexts1764000000016,
  Fingerprints1764000000017,
  SeriesFlags1764000000018,
  SeriesCounts1764000000019,
  RemovedFigures1764000000020,
  RightsNotices1764000000021,
  Accounts1764000000022,
  Passkeys1764000000023,
  Absences1764000000024,
  Erasing1764000000025,
  MailOutcomes1764000000026,
  InvitationLetters1764000000027,
  ErasureAsked1764000000028,
];

/** Brings the schema up to date, one process at a time; answers the names of the migrations that ran now. */
export function migrate(dataSource: DataSource): Promise<string[]> {
  return runMigrations(dataSource, migrations);
}
