import { Module, type DynamicModule } from '@nestjs/common';
import { EventPublisher } from '#messaging';
import { NoteRepository } from '#persistence/case';
import { Database } from '#persistence/kernel';
import { Registry } from '#runtime';
import { AuditSweep } from './audit/audit-sweep.js';
import { CaseActivitiesService } from './case-activities.service.js';
import { ClockActivitiesService } from './clocks/clock-activities.service.js';
import { ClockSweep } from './clocks/clock-sweep.js';
import { DisclosureKey, EpochActivitiesService } from './epochs/epoch-activities.service.js';
import { NoteSweep } from './notes/note-sweep.js';
import { WorkerRunner } from './worker.runner.js';
import { WorkerSettings } from './worker.settings.js';

/** What the worker is made of before Nest puts it together. */
export type WorkerParts = {
  readonly settings: WorkerSettings;
  readonly publisher: EventPublisher;
  readonly database: Database;
  readonly notes: NoteRepository;
  readonly registry: Registry;
};

/** The one module of the worker. */
@Module({})
export class WorkerModule {
  static of({ settings, publisher, database, notes, registry }: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: WorkerSettings, useValue: settings },
        { provide: EventPublisher, useValue: publisher },
        { provide: Database, useValue: database },
        { provide: DisclosureKey, useFactory: () => new DisclosureKey(settings.environment.DISCLOSURE_KEY) },
        { provide: NoteRepository, useValue: notes },
        { provide: Registry, useValue: registry },
        AuditSweep,
        CaseActivitiesService,
        ClockActivitiesService,
        ClockSweep,
        EpochActivitiesService,
        NoteSweep,
        WorkerRunner,
      ],
    };
  }
}
