import { Injectable } from '@nestjs/common';
import type { InvitationAcceptance, InvitationLook, Person, Session } from '#contracts/people';
import type { JoiningDecision, WaysWithoutAccount } from '#domain/people';
import { type Account, InvitationRepository, type Joined, type Joiner, JoiningRepository } from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import { hashOf } from '../kernel/session/token.js';
import { type FromBrowser, type Opened, SessionService } from './session.service.js';
import { SignInWays } from './sign-in-ways.js';
import { Throttle } from './throttle.js';

/** What is known of somebody who was invited and has shown who they are with an account of a provider's. */
export type Shown = {
  readonly account: Account;
  readonly name: string | undefined;
  readonly language: Person['language'] | undefined;
};

/** What whoever holds the link of an invitation may do. */
@Injectable()
export class JoiningService {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly joining: JoiningRepository,
    private readonly opening: SessionService,
    private readonly signInWays: SignInWays,
    private readonly throttle: Throttle,
  ) {}

  /** What somebody is invited to; looking uses nothing up, so whoever scans mails does no harm. */
  async look(secret: string, ip: string | undefined, { cookies }: FromBrowser): Promise<InvitationLook> {
    await this.throttle.take('joins', ip);
    const hash = hashOf(secret);
    const found = await this.invitations.findBySecret(hash);
    if (found === undefined) {
      throw new Problem('invitation-unknown');
    }
    if (found.state !== 'open') {
      throw new Problem(`invitation-${found.state}`);
    }
    const session = await this.opening.findIn(cookies);
    const before = beforeOf(await this.joining.weigh(hash, { ...signedInOf(session), ways: this.ways() }));
    if (before === 'sign-in' && beforeOf(await this.joining.weigh(hash, { ways: this.ways() })) === null) {
      // It is for somebody who cannot sign in: whoever is signed in here has nothing to do with it.
      return { ...found, signedIn: null, before: null };
    }
    return { ...found, signedIn: session?.person.name ?? null, before };
  }

  /**
   * Joins, and goes on under the membership that came of it: in their session who is signed in, in a new one who was not here or is a
   * member of nothing any more.
   */
  async accept(acceptance: InvitationAcceptance, ip: string | undefined, from: FromBrowser): Promise<Opened> {
    await this.throttle.take('joins', ip);
    const { secret, signedIn = false, name, mail, language } = acceptance;
    const session = signedIn ? await this.opening.findIn(from.cookies) : undefined;
    if (signedIn && session === undefined) {
      throw new Problem('signed-out');
    }
    const joiner = { ...signedInOf(session), name, mail, language, ways: this.ways() };
    const { personId, membershipId } = await this.join(hashOf(secret), joiner);
    return session?.person.personId === personId
      ? this.opening.goOnUnder(membershipId, from)
      : this.opening.openFor(personId, 'invitation', from, { membershipId });
  }

  /**
   * Makes a person, their account and their membership at once, by the hash of an invitation's secret; a person who has the
   * account already only gains the membership. Who has no more than the mail signs in as before: no account is ever theirs because of one.
   */
  acceptWith(hash: Buffer, shown: Shown): Promise<Joined> {
    return this.join(hash, { ...shown, ways: this.ways() });
  }

  private async join(hash: Buffer, joiner: Joiner): Promise<Joined> {
    const outcome = await this.joining.join(hash, joiner);
    if ('refusal' in outcome) {
      throw new Problem(outcome.refusal);
    }
    return outcome;
  }

  private ways(): WaysWithoutAccount {
    return { mail: this.signInWays.has('mail'), personas: this.signInWays.has('development') };
  }
}

function signedInOf(session: Session | undefined): Pick<Joiner, 'signedIn'> {
  return session === undefined
    ? {}
    : { signedIn: { personId: session.person.personId, awaitsPasskey: session.passkey === 'awaited' } };
}

/** What somebody has to do before they join as who is known, or is signed in. */
function beforeOf(decision: JoiningDecision): InvitationLook['before'] {
  switch ('refusal' in decision ? decision.refusal : undefined) {
    case 'mail-taken':
      return 'sign-in';
    case 'passkey-needed':
      return 'passkey';
    default:
      return null;
  }
}
