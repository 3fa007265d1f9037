import { LetterRepository, SessionRepository, SignInCodeRepository, ThrottleRepository } from '#persistence/people';
import { keepsLetters } from '../kernel/mail/post-of.js';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { CodeSender } from './code-sender.js';
import { KeptLetters } from './kept-letters.js';
import { LettersController } from './letters.controller.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInCodeController } from './sign-in-code.controller.js';
import { SignInCodeService } from './sign-in-code.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';
import { Throttle } from './throttle.js';

/** Who signs in, and as whom. */
export const people: Subject = {
  controllers: [LettersController, SessionController, SessionsController, SignInController, SignInCodeController],
  providers: [
    ...repositories(SessionRepository, SignInCodeRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    fromParts(Throttle, ({ database }) => new Throttle(new ThrottleRepository(database))),
    fromParts(
      KeptLetters,
      (parts) => new KeptLetters(keepsLetters(parts) ? new LetterRepository(parts.database) : undefined),
    ),
    CodeSender,
    SessionService,
    SignInCodeService,
  ],
};
