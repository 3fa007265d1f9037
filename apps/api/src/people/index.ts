import { SessionRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { SessionController } from './session.controller.js';
import { SessionService, SignInMode } from './session.service.js';

/** Who signs in, and as whom. */
export const people: Subject = {
  controllers: [SessionController],
  providers: [
    ...repositories(SessionRepository),
    fromParts(SignInMode, ({ developmentSignIn }) => new SignInMode(developmentSignIn)),
    SessionService,
  ],
};
