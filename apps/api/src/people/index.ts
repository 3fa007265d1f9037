import { AccountRepository, FlowRepository, ProviderTestRepository, SessionRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
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
    SessionController,
    SessionsController,
    SignInController,
    AccountsController,
    FlowController,
    ProvidersController,
  ],
  providers: [
    ...repositories(AccountRepository, FlowRepository, ProviderTestRepository, SessionRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    fromParts(
      Providers,
      ({ providers, installation, logger }) => new Providers(providers, installation.publicUrl, logger),
    ),
    { provide: Invitations, useClass: NoInvitations },
    AccountService,
    FlowService,
    ProvidersService,
    SessionService,
  ],
};
