import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { viewerOf } from '#domain/people';
import { type FoundSession, SessionRepository } from '#persistence/people';
import { Problem } from '../problems/problem.js';
import { beforePasskey, openToAll, type SignedRequest, unattended } from './caller.js';
import { cookieOf, hashOf, newToken, tokenIn } from './token.js';

/**
 * Said by a page of ours that asks while its person does nothing, because something happened: a session lasts as long as somebody is
 * there, and not as long as a page is open.
 */
const unattendedHeader = 'relais-unattended';

/** Finds out who asks, at each request; without a session whose membership holds only routes open to all are reached. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.says(openToAll, context)) {
      return true;
    }
    const http = context.switchToHttp();
    const request = http.getRequest<SignedRequest>();
    const given = tokenIn(request.headers.cookie);
    if (given === undefined || given === '') {
      throw new Problem('signed-out');
    }
    let found = await this.findBy(given);
    const token = found.isDue ? await this.renewed(given, http.getResponse<Response>()) : given;
    if (found.isUnseen && !this.isUnattended(context, request)) {
      await this.sessions.touch(hashOf(token));
      found = await this.findBy(token);
    }
    const { signedIn, isProven, isFresh } = found;
    if (signedIn.passkey === 'awaited' && !this.says(beforePasskey, context)) {
      throw new Problem('passkey-needed');
    }
    const session = hashOf(token).toString('hex');
    request.caller = { signedIn, viewer: viewerOf(signedIn), token, session, isProven, isFresh };
    return true;
  }

  private async findBy(token: string): Promise<FoundSession> {
    const found = await this.sessions.findBySession(hashOf(token));
    if (found === undefined) {
      throw new Problem('signed-out');
    }
    return found;
  }

  private isUnattended(context: ExecutionContext, { headers }: SignedRequest): boolean {
    return this.says(unattended, context) || headers[unattendedHeader] !== undefined;
  }

  /** Whether a mark stands on the route, or on all of its controller. */
  private says(mark: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) === true;
  }

  /** Another secret for a session whose rights changed; of requests that come at once with the one before, the first brings it. */
  private async renewed(given: string, response: Response): Promise<string> {
    const token = newToken();
    if (!(await this.sessions.renew(hashOf(given), hashOf(token)))) {
      return given;
    }
    response.setHeader('set-cookie', cookieOf(token));
    return token;
  }
}
