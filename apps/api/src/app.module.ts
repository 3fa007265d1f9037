import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { QueryRunner } from '#archive';
import {
  ArchiveEventRepository,
  ArchiveStateRepository,
  AnalysisRepository,
  ArchiveFileRepository,
  AuditRepository,
  SampleRepository,
  SavedRepository,
} from '#persistence/analysis';
import { CaseReadRepository, ImportRepository, InboxRepository, NoteRepository } from '#persistence/case';
import { DirectoryRepository } from '#persistence/directory';
import { Database, FeedRepository } from '#persistence/kernel';
import { EpochRepository, MeasureRepository, PackRepository, SharedFigureRepository } from '#persistence/monitoring';
import { OperationsRepository, RunningRepository } from '#persistence/operations';
import { OutsideRepository } from '#persistence/outside';
import { SessionRepository } from '#persistence/people';
import { Gauge, type HealthChecks, type Logger, type Registry } from '#runtime';
import { CaseClient, EpochClient, QueueWatch } from '#temporal';
import { EventController } from './analysis/event.controller.js';
import { EventService } from './analysis/event.service.js';
import { FreshnessService } from './analysis/freshness.service.js';
import { TailHub } from './analysis/tail-hub.js';
import { TailService } from './analysis/tail.service.js';
import { DeskController } from './analysis/desk.controller.js';
import { DeskService } from './analysis/desk.service.js';
import { ExportFiles } from './analysis/export-files.js';
import { ExportService } from './analysis/export.service.js';
import { ArchiveFolder, QueryDesk } from './analysis/query-desk.js';
import { RunService } from './analysis/run.service.js';
import { TableService } from './analysis/table.service.js';
import { WorkbenchController } from './analysis/workbench.controller.js';
import { CaseController } from './case/case.controller.js';
import { CasePresenter } from './case/case.presenter.js';
import { CaseService } from './case/case.service.js';
import { CommandService } from './case/command.service.js';
import { ContractController } from './analysis/contracts/contract.controller.js';
import { ContractService } from './analysis/contracts/contract.service.js';
import { Installation } from './analysis/contracts/installation.js';
import { SchemaController } from './analysis/contracts/schema.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { DirectoryService } from './directory/directory.service.js';
import { ImportController } from './case/imports/import.controller.js';
import { ImportService, ReferenceKey } from './case/imports/import.service.js';
import { InboxController } from './case/inbox/inbox.controller.js';
import { InboxService } from './case/inbox/inbox.service.js';
import { LiveController } from './kernel/live/live.controller.js';
import { LiveHub } from './kernel/live/live-hub.js';
import { sealedPlaces } from './kernel/live/places.js';
import { LiveService } from './kernel/live/live.service.js';
import { EpochController } from './monitoring/epoch.controller.js';
import { ExactController } from './monitoring/exact.controller.js';
import { ExactService } from './monitoring/exact.service.js';
import { PublicController } from './monitoring/public.controller.js';
import { PublishedController } from './monitoring/published.controller.js';
import { PublishedService } from './monitoring/published.service.js';
import { OperationsController } from './operations/operations.controller.js';
import { OperationsService } from './operations/operations.service.js';
import { PagePrinter } from './monitoring/packs/chromium.js';
import { PackController } from './monitoring/packs/pack.controller.js';
import { PackService } from './monitoring/packs/pack.service.js';
import { PackWriter } from './monitoring/packs/pack-writer.js';
import { OutsideController } from './outside/outside.controller.js';
import { OutsideService } from './outside/outside.service.js';
import { OriginGuard } from './kernel/session/origin.guard.js';
import { SessionController } from './people/session.controller.js';
import { SessionGuard } from './kernel/session/session.guard.js';
import { SessionService, SignInMode } from './people/session.service.js';
import { SharedFigureController } from './monitoring/shared-figures/shared-figure.controller.js';
import { SharedFigureService } from './monitoring/shared-figures/shared-figure.service.js';
import { HealthController, Vitals } from './kernel/system/health.controller.js';

/** What the API is made of before Nest puts it together. */
export type AppParts = {
  readonly database: Database;
  readonly client: CaseClient;
  readonly epochs: EpochClient;
  readonly queue: QueueWatch;
  readonly notesKey: Buffer;
  readonly developmentSignIn: boolean;
  readonly installation: Installation;
  /** Folder of the archive. */
  readonly archiveFolder: string;
  readonly runner: QueryRunner;
  /** Path of a Chromium that prints plenary packs. */
  readonly chromium?: string;
  readonly checks: HealthChecks;
  readonly registry: Registry;
  readonly logger: Logger;
};

const readers = [
  ArchiveEventRepository,
  ArchiveStateRepository,
  AnalysisRepository,
  ArchiveFileRepository,
  AuditRepository,
  CaseReadRepository,
  DirectoryRepository,
  EpochRepository,
  FeedRepository,
  ImportRepository,
  InboxRepository,
  MeasureRepository,
  OperationsRepository,
  PackRepository,
  OutsideRepository,
  RunningRepository,
  SampleRepository,
  SavedRepository,
  SessionRepository,
  SharedFigureRepository,
];

function hubOf(parts: AppParts): LiveHub {
  const clients = new Gauge({
    name: 'relais_live_clients',
    help: 'Open event streams of this process',
    registers: [parts.registry],
  });
  const { database, logger, notesKey } = parts;
  const places = sealedPlaces(notesKey);
  return new LiveHub(
    { feed: new FeedRepository(database), sessions: new SessionRepository(database), places },
    { logger, clients },
  );
}

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

/** The one module of the API. */
@Module({})
export class AppModule {
  static of(parts: AppParts): DynamicModule {
    const { database, client, notesKey } = parts;
    return {
      module: AppModule,
      imports: [
        // Connected by `Database` at the first use, not here: the API starts and answers while PostgreSQL is away.
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...database.source.options, manualInitialization: true }),
          dataSourceFactory: async () => database.source,
        }),
      ],
      controllers: [
        CaseController,
        ContractController,
        DeskController,
        DirectoryController,
        EpochController,
        EventController,
        ExactController,
        HealthController,
        ImportController,
        InboxController,
        LiveController,
        OperationsController,
        PackController,
        PublicController,
        PublishedController,
        OutsideController,
        SchemaController,
        SessionController,
        SharedFigureController,
        WorkbenchController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: SessionGuard },
        ...readers.map((reader) => ({ provide: reader, useFactory: () => new reader(database) })),
        { provide: Database, inject: [DataSource], useFactory: () => database },
        { provide: NoteRepository, useFactory: () => new NoteRepository(database, notesKey) },
        { provide: ArchiveFolder, useFactory: () => new ArchiveFolder(parts.archiveFolder) },
        { provide: CaseClient, useValue: client },
        { provide: EpochClient, useValue: parts.epochs },
        { provide: QueryRunner, useValue: parts.runner },
        { provide: QueueWatch, useValue: parts.queue },
        { provide: Installation, useValue: parts.installation },
        { provide: LiveHub, useFactory: () => hubOf(parts) },
        { provide: TailHub, useFactory: () => tailsOf(parts) },
        { provide: PagePrinter, useFactory: () => new PagePrinter(parts.chromium) },
        { provide: ReferenceKey, useFactory: () => new ReferenceKey(notesKey) },
        { provide: SignInMode, useFactory: () => new SignInMode(parts.developmentSignIn) },
        { provide: Vitals, useFactory: () => new Vitals(parts.checks, parts.registry) },
        CasePresenter,
        CaseService,
        CommandService,
        ContractService,
        DeskService,
        DirectoryService,
        EventService,
        ExportFiles,
        ExportService,
        ExactService,
        FreshnessService,
        ImportService,
        InboxService,
        LiveService,
        OperationsService,
        PackService,
        PackWriter,
        PublishedService,
        OutsideService,
        QueryDesk,
        RunService,
        SessionService,
        SharedFigureService,
        TailService,
        TableService,
      ],
    };
  }
}
