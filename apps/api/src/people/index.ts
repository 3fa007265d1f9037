import { SessionRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';

/** Who signs in, and as whom. */
export const people: Subject = {
  controllers: [SessionController, SessionsController, SignInController],
  providers: [
    ...repositories(SessionRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    SessionService,
  ],
};
