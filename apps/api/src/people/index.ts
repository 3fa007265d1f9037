import {
  AuditTrail,
  InvitationRepository,
  JoiningRepository,
  LetterRepository,
  MemberRepository,
  PasskeyRepository,
  PersonRepository,
  SessionRepository,
  SignInCodeRepository,
  ThrottleRepository,
} from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataService } from './own-data.service.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { keepsLetters } from '../kernel/mail/post-of.js';
import { CodeSender } from './code-sender.js';
import { KeptLetters } from './kept-letters.js';
import { LettersController } from './letters.controller.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInCodeController } from './sign-in-code.controller.js';
import { SignInCodeService } from './sign-in-code.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';
import { Throttle } from './throttle.js';

/** Who belongs here, who signs in, and as whom. */
export const people: Subject = {
  controllers: [
    AuditController,
    InvitationController,
    LettersController,
    MemberController,
    OwnDataController,
    PasskeyController,
    SessionController,
    SessionsController,
    SignInController,
    SignInCodeController,
  ],
  providers: [
    ...repositories(AuditTrail, InvitationRepository, JoiningRepository, MemberRepository),
    ...repositories(PasskeyRepository, PersonRepository, SessionRepository, SignInCodeRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    fromParts(Throttle, ({ database }) => new Throttle(new ThrottleRepository(database))),
    fromParts(
      KeptLetters,
      (parts) => new KeptLetters(keepsLetters(parts) ? new LetterRepository(parts.database) : undefined),
    ),
    AuditService,
    CodeSender,
    InvitationService,
    JoiningService,
    MemberService,
    OwnDataService,
    PasskeyService,
    SessionService,
    SignInCodeService,
  ],
};
