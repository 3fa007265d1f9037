import { Injectable } from '@nestjs/common';
import type { Persona } from '#contracts/people';
import { SessionRepository } from '#persistence/people';
import { LiveHub } from '../kernel/live/live-hub.js';
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
    return this.signIn.development ? this.sessions.findPeople() : [];
  }

  async open(personId: string): Promise<{ persona: Persona; token: string }> {
    if (!this.signIn.development) {
      throw new Problem('not-found');
    }
    const persona = await this.sessions.findPerson(personId);
    if (persona === undefined) {
      throw new Problem('not-found');
    }
    const token = newToken();
    await this.sessions.open(hashOf(token), personId, sessionHours);
    return { persona, token };
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
