import { Injectable } from '@nestjs/common';
import type { ProblemCode } from '#contracts/catalogue';
import type { Persona, Session, SessionLine, SignInRequest } from '#contracts/people';
import { type Opening, SessionRepository } from '#persistence/people';
import { LiveHub } from '../kernel/live/live-hub.js';
import type { Caller } from '../kernel/session/caller.js';
import { deviceOf } from '../kernel/session/device.js';
import { Problem } from '../kernel/problems/problem.js';
import { hashOf, newToken, tokenIn } from '../kernel/session/token.js';
import { SignInWays } from './sign-in-ways.js';

/** A session that was just opened, and its secret. */
export type Opened = { readonly session: Session; readonly token: string };

/** What a browser brings when somebody signs in with it: the cookies it has, and what it calls itself. */
export type FromBrowser = { readonly cookies: string | undefined; readonly userAgent: string | undefined };

/** Sessions: opening them for whoever has shown who they are, going on with them, and ending them. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly hub: LiveHub,
    private readonly ways: SignInWays,
  ) {}

  /** Whom one may sign in as: nobody unless in development. */
  async personas(): Promise<Persona[]> {
    return this.ways.has('development') ? this.sessions.findPersonas() : [];
  }

  /** Signs in as a persona. */
  async openPersona({ personId, membershipId }: SignInRequest, from: FromBrowser): Promise<Opened> {
    this.ways.require('development');
    return this.openFor(personId, 'persona', from, { membershipId, refusal: 'not-found' });
  }

  /**
   * Opens a session for somebody who has shown who they are, and ends the one that the same browser had: nobody is two people at once.
   * Without a membership it is the one that began first.
   */
  async openFor(
    personId: string,
    way: Opening['way'],
    { cookies, userAgent }: FromBrowser,
    { membershipId, refusal = 'no-membership' }: { membershipId?: string | undefined; refusal?: ProblemCode } = {},
  ): Promise<Opened> {
    const persona = await this.sessions.findPersona(personId, membershipId);
    if (persona === undefined) {
      throw new Problem(refusal);
    }
    const token = newToken();
    const hash = hashOf(token);
    await this.sessions.open(hash, persona, { way, device: deviceOf(userAgent) });
    const found = await this.sessions.findBySession(hash);
    if (found === undefined) {
      throw new Problem('signed-out');
    }
    await this.close(cookies);
    return { session: found.signedIn, token };
  }

  /** Who is signed in in a browser; undefined when nobody is. */
  async findIn(cookies: string | undefined): Promise<Session | undefined> {
    const token = tokenIn(cookies);
    return token === undefined ? undefined : (await this.sessions.findBySession(hashOf(token)))?.signedIn;
  }

  /** The sessions of the caller that have not ended. */
  async listOwn({ signedIn: { person, sessionId } }: Caller): Promise<SessionLine[]> {
    const lines = await this.sessions.findOwn(person.personId);
    return lines.map((line) => ({ ...line, current: line.sessionId === sessionId }));
  }

  /** Ends another session of the caller's; one that is over already is no error. */
  async revoke(sessionId: string, caller: Caller): Promise<void> {
    this.endAll(await this.sessions.revoke(caller.signedIn.person.personId, { only: sessionId }));
  }

  /** Ends all sessions of the caller but the one that asks. */
  async revokeOthers({ signedIn: { person, sessionId } }: Caller): Promise<void> {
    this.endAll(await this.sessions.revoke(person.personId, { allBut: sessionId }));
  }

  private endAll(sessions: readonly string[]): void {
    sessions.forEach((session) => this.hub.endSession(session));
  }

  /** Goes on under another membership of the person, with another token: what was told to the one before is over. */
  async switchTo(
    membershipId: string,
    { signedIn, session: before }: Pick<Caller, 'signedIn' | 'session'>,
    refusal: ProblemCode = 'membership-unknown',
  ): Promise<Opened> {
    const persona = await this.sessions.findPersona(signedIn.person.personId, membershipId);
    if (persona === undefined) {
      throw new Problem(refusal);
    }
    const token = newToken();
    const hash = hashOf(token);
    const isReplaced = await this.sessions.replace(Buffer.from(before, 'hex'), hash, persona);
    const found = isReplaced ? await this.sessions.findBySession(hash) : undefined;
    if (found === undefined) {
      throw new Problem('signed-out');
    }
    this.hub.endSession(before);
    return { session: found.signedIn, token };
  }

  /** Goes on under another membership with the session that a browser has. */
  async goOnUnder(membershipId: string, { cookies }: FromBrowser): Promise<Opened> {
    const signedIn = await this.findIn(cookies);
    if (signedIn === undefined) {
      throw new Problem('signed-out');
    }
    const session = hashOf(tokenIn(cookies) ?? '').toString('hex');
    return this.switchTo(membershipId, { signedIn, session }, 'no-membership');
  }

  /** Goes on with a session that is due under another secret, whose rights are more than those of before. */
  async renew({ session: before }: Caller): Promise<Opened> {
    const token = newToken();
    const hash = hashOf(token);
    const isRenewed = await this.sessions.renew(Buffer.from(before, 'hex'), hash);
    const found = isRenewed ? await this.sessions.findBySession(hash) : undefined;
    if (found === undefined) {
      throw new Problem('signed-out');
    }
    return { session: found.signedIn, token };
  }

  /** Ends the session and its live connections; a session that is over already is no error. */
  async close(cookies: string | undefined): Promise<void> {
    const token = tokenIn(cookies);
    if (token === undefined || token === '') {
      return;
    }
    const hash = hashOf(token);
    await this.sessions.close(hash);
    this.hub.endSession(hash.toString('hex'));
  }
}
