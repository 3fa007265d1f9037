import { OperationsRepository, RunningRepository } from '#persistence/operations';
import { QueueWatch } from '#temporal';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { BackupNote } from './backup-note.js';
import { OperationsController } from './operations.controller.js';
import { OperationsService } from './operations.service.js';

/** How the processes and engines are, and what could not be applied. */
export const operations: Subject = {
  controllers: [OperationsController],
  providers: [
    ...repositories(OperationsRepository, RunningRepository),
    fromParts(QueueWatch, ({ queue }) => queue),
    fromParts(BackupNote, ({ backupNote }) => new BackupNote(backupNote)),
    OperationsService,
  ],
};
