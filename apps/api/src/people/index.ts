import { InvitationRepository, JoiningRepository, MemberRepository, SessionRepository } from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { SessionController } from './session.controller.js';
import { SessionService } from './session.service.js';
import { SessionsController } from './sessions.controller.js';
import { SignInController } from './sign-in.controller.js';
import { SignInWays } from './sign-in-ways.js';

/** Who belongs here, who signs in, and as whom. */
export const people: Subject = {
  controllers: [InvitationController, MemberController, SessionController, SessionsController, SignInController],
  providers: [
    ...repositories(InvitationRepository, JoiningRepository, MemberRepository, SessionRepository),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    InvitationService,
    JoiningService,
    MemberService,
    SessionService,
  ],
};
