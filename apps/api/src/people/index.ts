import {
  AbsenceRepository,
  AccountRepository,
  AuditTrail,
  ErasingRepository,
  InvitationRepository,
  JoiningRepository,
  FlowRepository,
  LetterRepository,
  MailChangeRepository,
  MailOutcomeRepository,
  MemberRepository,
  OwnRowsRepository,
  PasskeyRepository,
  PersonRepository,
  ProviderTestRepository,
  SessionRepository,
  SignInCodeRepository,
  ThrottleRepository,
} from '#persistence/people';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { AbsenceController } from './absence.controller.js';
import { AbsenceService } from './absence.service.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { OwnDataController } from './own-data.controller.js';
import { OwnDataService } from './own-data.service.js';
import { OwnMailService } from './own-mail.service.js';
import { PasskeyController } from './passkey.controller.js';
import { PasskeyService } from './passkey.service.js';
import { MailWay } from '../kernel/mail/mail-way.js';
import { keepsLetters } from '../kernel/mail/post-of.js';
import { CodeSender } from './code-sender.js';
import { KeptLetters } from './kept-letters.js';
import { LettersController } from './letters.controller.js';
import { ErasingService } from './erasing.service.js';
import { InvitationController } from './invitation.controller.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService } from './joining.service.js';
import { MailNotices } from './mail-notices.js';
import { MailController } from './mail.controller.js';
import { MailService } from './mail.service.js';
import { MemberController } from './member.controller.js';
import { MemberService } from './member.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { AccountService } from './providers/account.service.js';
import { AccountsController } from './providers/accounts.controller.js';
import { FlowController } from './providers/flow.controller.js';
import { FlowService } from './providers/flow.service.js';
import { ProvidersController } from './providers/providers.controller.js';
import { ProvidersService } from './providers/providers.service.js';
import { Providers } from './providers/providers.js';
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
    AbsenceController,
    AccountsController,
    AuditController,
    FlowController,
    InvitationController,
    LettersController,
    MailController,
    MemberController,
    OwnDataController,
    PasskeyController,
    PeopleController,
    ProvidersController,
    SessionController,
    SessionsController,
    SignInController,
    SignInCodeController,
  ],
  providers: [
    ...repositories(
      AbsenceRepository,
      AccountRepository,
      AuditTrail,
      ErasingRepository,
      FlowRepository,
      InvitationRepository,
      JoiningRepository,
      MailChangeRepository,
      MailOutcomeRepository,
      MemberRepository,
      OwnRowsRepository,
      PasskeyRepository,
      PersonRepository,
      ProviderTestRepository,
      SessionRepository,
      SignInCodeRepository,
    ),
    fromParts(SignInWays, ({ signIn }) => new SignInWays(signIn)),
    fromParts(
      Providers,
      ({ providers, installation, logger }) => new Providers(providers, installation.publicUrl, logger),
    ),
    fromParts(MailWay, (parts) => new MailWay(parts)),
    fromParts(Throttle, ({ database }) => new Throttle(new ThrottleRepository(database))),
    fromParts(
      KeptLetters,
      (parts) => new KeptLetters(keepsLetters(parts) ? new LetterRepository(parts.database) : undefined),
    ),
    AbsenceService,
    AccountService,
    AuditService,
    CodeSender,
    ErasingService,
    InvitationService,
    JoiningService,
    MailNotices,
    MailService,
    MemberService,
    FlowService,
    OwnDataService,
    OwnMailService,
    PasskeyService,
    PeopleService,
    ProvidersService,
    SessionService,
    SignInCodeService,
  ],
};
