import { Module, type DynamicModule } from '@nestjs/common';
import { EventPublisher } from '#messaging';
import { NoteRepository } from '#persistence';
import { Registry } from '#runtime';
import { CaseActivitiesService } from './case-activities.service.js';
import { WorkerRunner } from './worker.runner.js';
import { WorkerSettings } from './worker.settings.js';

/** What the worker is made of before Nest puts it together. */
export type WorkerParts = {
  readonly settings: WorkerSettings;
  readonly publisher: EventPublisher;
  readonly notes: NoteRepository;
  readonly registry: Registry;
};

/** The one module of the worker. */
@Module({})
export class WorkerModule {
  static of({ settings, publisher, notes, registry }: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: WorkerSettings, useValue: settings },
        { provide: EventPublisher, useValue: publisher },
        { provide: NoteRepository, useValue: notes },
        { provide: Registry, useValue: registry },
        CaseActivitiesService,
        WorkerRunner,
      ],
    };
  }
}
