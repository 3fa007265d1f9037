import { QueryRunner } from '#archive';
import {
  AnalysisRepository,
  ArchiveEventRepository,
  ArchiveFileRepository,
  ArchiveStateRepository,
  AuditRepository,
  SampleRepository,
  SavedRepository,
} from '#persistence/analysis';
import { SessionRepository } from '#persistence/people';
import { Gauge } from '#runtime';
import { type AppParts, fromParts, repositories, type Subject } from '../kernel/parts.js';
import { ContractController } from './contracts/contract.controller.js';
import { ContractService } from './contracts/contract.service.js';
import { SchemaController } from './contracts/schema.controller.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { EventController } from './event.controller.js';
import { EventService } from './event.service.js';
import { ExportFiles } from './export-files.js';
import { ExportService } from './export.service.js';
import { FreshnessService } from './freshness.service.js';
import { ArchiveFolder, QueryDesk } from './query-desk.js';
import { RunService } from './run.service.js';
import { SearchTurns } from './search-turns.js';
import { TableService } from './table.service.js';
import { TailHub } from './tail-hub.js';
import { TailService } from './tail.service.js';
import { WorkbenchController } from './workbench.controller.js';

function tailsOf({ database, logger, registry }: AppParts): TailHub {
  const clients = new Gauge({
    name: 'relais_tail_clients',
    help: 'Open tails of the archive of this process',
    registers: [registry],
  });
  return new TailHub(
    { events: new ArchiveEventRepository(database), sessions: new SessionRepository(database) },
    { logger, clients },
  );
}

/** The analysts' room: events, queries over their archive, and what the events are. */
export const analysis: Subject = {
  controllers: [ContractController, DeskController, EventController, SchemaController, WorkbenchController],
  providers: [
    ...repositories(
      AnalysisRepository,
      ArchiveEventRepository,
      ArchiveFileRepository,
      ArchiveStateRepository,
      AuditRepository,
      SampleRepository,
      SavedRepository,
    ),
    fromParts(ArchiveFolder, ({ archiveFolder }) => new ArchiveFolder(archiveFolder)),
    fromParts(QueryRunner, ({ runner }) => runner),
    fromParts(TailHub, tailsOf),
    ContractService,
    DeskService,
    EventService,
    ExportFiles,
    ExportService,
    FreshnessService,
    QueryDesk,
    RunService,
    SearchTurns,
    TableService,
    TailService,
  ],
};
