import { AuditTrail, PasskeyRepository, PersonRepository, SessionRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataService } from './own-data.service.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';

/** Who signs in, and as whom. */
export const people: Subject = {
  controllers: [
    AuditController,
    OwnDataController,
    PasskeyController,
    SessionController,
    SessionsController,
    SignInController,
  ],
  providers: [
    ...repositories(AuditTrail, PasskeyRepository, PersonRepository, SessionRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    AuditService,
    OwnDataService,
    PasskeyService,
    SessionService,
  ],
};
