import { Injectable } from '@nestjs/common';
import type { Persona, Session, SignInRequest } from '#contracts/people';
import { SessionRepository } from '#persistence/people';
import { LiveHub } from '../kernel/live/live-hub.js';
import type { Caller } from '../kernel/session/caller.js';
import { Problem } from '../kernel/problems/problem.js';
import { hashOf, newToken, sessionHours, tokenIn } from '../kernel/session/token.js';

/** Whether development personas may sign in. */
export class SignInMode {
  constructor(readonly development: boolean) {}
}

/** Signing in and out; for now as one of the personas of development. */
@Injectable()
export class SessionService {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly hub: LiveHub,
    private readonly signIn: SignInMode,
  ) {}

  /** Whom one may sign in as: nobody unless in development. */
  async personas(): Promise<Persona[]> {
    return this.signIn.development ? this.sessions.findPersonas() : [];
  }

  /** Opens a session, and ends the one that the same browser had: nobody is two people at once. */
  async open(
    { personId, membershipId }: SignInRequest,
    cookies?: string,
  ): Promise<{ session: Session; token: string }> {
    if (!this.signIn.development) {
      throw new Problem('not-found');
    }
    const persona = await this.sessions.findPersona(personId, membershipId);
    if (persona === undefined) {
      throw new Problem('not-found');
    }
    const token = newToken();
    const hash = hashOf(token);
    await this.sessions.open(hash, persona, sessionHours);
    const session = await this.sessions.findBySession(hash);
    if (session === undefined) {
      throw new Problem('signed-out');
    }
    await this.close(cookies);
    return { session, token };
  }

  /** Goes on under another membership of the person, with another token: what was told to the one before is over. */
  async switchTo(
    membershipId: string,
    { signedIn, session: before }: Caller,
  ): Promise<{ session: Session; token: string }> {
    const persona = await this.sessions.findPersona(signedIn.person.personId, membershipId);
    if (persona === undefined) {
      throw new Problem('membership-unknown');
    }
    const token = newToken();
    const hash = hashOf(token);
    const isReplaced = await this.sessions.replace(Buffer.from(before, 'hex'), hash, persona);
    const session = isReplaced ? await this.sessions.findBySession(hash) : undefined;
    if (session === undefined) {
      throw new Problem('signed-out');
    }
    this.hub.endSession(before);
    return { session, token };
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
