import { Injectable } from '@nestjs/common';
import type { InvitationAcceptance, InvitationLook, Person } from '#contracts/people';
import {
  type Account,
  InvitationRepository,
  type Invited,
  type Joined,
  type Joiner,
  JoiningRepository,
  SessionRepository,
} from '#persistence/people';
import { Problem } from '../kernel/problems/problem.js';
import { hashOf, tokenIn } from '../kernel/session/token.js';
import { type FromBrowser, type Opened, SessionService } from './session.service.js';

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
    private readonly sessions: SessionRepository,
    private readonly opening: SessionService,
  ) {}

  /** What somebody is invited to; looking uses nothing up, so whoever scans mails does no harm. */
  async look(secret: string, { cookies }: FromBrowser): Promise<InvitationLook> {
    const found = await this.invitations.findBySecret(hashOf(secret));
    if (found === undefined) {
      throw new Problem('invitation-unknown');
    }
    if (found.state !== 'open') {
      throw new Problem(`invitation-${found.state}`);
    }
    const signedIn = await this.signedIn(cookies);
    return { ...found, signedIn: signedIn?.name ?? null };
  }

  /** Joins, and signs in under the membership that came of it. */
  async accept(acceptance: InvitationAcceptance, from: FromBrowser): Promise<Opened> {
    const { secret, signedIn = false, name, mail, language } = acceptance;
    const caller = signedIn ? await this.signedIn(from.cookies) : undefined;
    if (signedIn && caller === undefined) {
      throw new Problem('signed-out');
    }
    const joiner = { personId: caller?.personId, name, mail, language };
    const { personId, membershipId } = await this.join({ hash: hashOf(secret) }, joiner);
    return this.opening.openFor(personId, 'invitation', from, { membershipId });
  }

  /**
   * Makes a person, their account and their membership at once, by the hash of an invitation's secret; a person who has the
   * account already only gains the membership. Who has no more than the mail signs in as before: no account is ever theirs because of one.
   */
  acceptWith(hash: Buffer, shown: Shown): Promise<Joined> {
    return this.join({ hash }, shown);
  }

  private async join(invited: Invited, joiner: Joiner): Promise<Joined> {
    const outcome = await this.joining.join(invited, joiner);
    if ('refusal' in outcome) {
      throw new Problem(outcome.refusal);
    }
    return outcome;
  }

  /** Who is signed in with this browser, if anybody. */
  private async signedIn(cookies: string | undefined): Promise<Person | undefined> {
    const token = tokenIn(cookies);
    return token === undefined || token === ''
      ? undefined
      : (await this.sessions.findBySession(hashOf(token)))?.signedIn.person;
  }
}
