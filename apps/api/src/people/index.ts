import {
  AccountRepository,
  AuditTrail,
  FlowRepository,
  PasskeyRepository,
  PersonRepository,
  ProviderTestRepository,
  SessionRepository,
} from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataService } from './own-data.service.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { AccountService } from './providers/account.service.js';
import { AccountsController } from './providers/accounts.controller.js';
import { FlowController } from './providers/flow.controller.js';
import { FlowService } from './providers/flow.service.js';
import { Invitations, NoInvitations } from './providers/invitations.js';
import { ProvidersController } from './providers/providers.controller.js';
import { ProvidersService } from './providers/providers.service.js';
import { Providers } from './providers/providers.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';

/** Who signs in, and as whom. */
export const people: Subject = {
  controllers: [
    AccountsController,
    AuditController,
    FlowController,
    OwnDataController,
    PasskeyController,
    ProvidersController,
    SessionController,
    SessionsController,
    SignInController,
  ],
  providers: [
    ...repositories(
      AccountRepository,
      AuditTrail,
      FlowRepository,
      PasskeyRepository,
      PersonRepository,
      ProviderTestRepository,
      SessionRepository,
    ),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    fromParts(
      Providers,
      ({ providers, installation, logger }) => new Providers(providers, installation.publicUrl, logger),
    ),
    { provide: Invitations, useClass: NoInvitations },
    AccountService,
    AuditService,
    FlowService,
    OwnDataService,
    PasskeyService,
    ProvidersService,
    SessionService,
  ],
};
