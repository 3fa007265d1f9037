import {
  CaseReadRepository,
  CommandKeyRepository,
  ImportRepository,
  InboxRepository,
  NoteRepository,
} from '#persistence/case';
import { AuditTrail, PersonRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { CaseController } from './case.controller.js';
import { CasePresenter } from './case.presenter.js';
import { CaseService } from './case.service.js';
import { CommandService } from './command.service.js';
import { ImportController } from './imports/import.controller.js';
import { ImportService, ReferenceKey } from './imports/import.service.js';
import { InboxController } from './inbox/inbox.controller.js';
import { InboxService } from './inbox/inbox.service.js';

/** Cases and their referrals, the inboxes they lie in, and the history that was before. */
export const cases: Subject = {
  controllers: [CaseController, ImportController, InboxController],
  providers: [
    ...repositories(AuditTrail, CaseReadRepository, ImportRepository, InboxRepository, PersonRepository),
    fromParts(CommandKeyRepository, ({ database, notesKey }) => new CommandKeyRepository(database, notesKey)),
    fromParts(NoteRepository, ({ database, notesKey }) => new NoteRepository(database, notesKey)),
    fromParts(ReferenceKey, ({ notesKey }) => new ReferenceKey(notesKey)),
    CasePresenter,
    CaseService,
    CommandService,
    ImportService,
    InboxService,
  ],
};
