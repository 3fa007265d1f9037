import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { viewerOf } from '#domain/people';
import { SessionRepository } from '#persistence/people';
import { Problem } from '../problems/problem.js';
import { openToAll, type SignedRequest } from './caller.js';
import { hashOf, tokenIn } from './token.js';

/** Finds out who asks, at each request; without a session whose membership holds only routes open to all are reached. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionRepository,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(openToAll, [context.getHandler(), context.getClass()]) === true) {
      return true;
    }
    const request = context.switchToHttp().getRequest<SignedRequest>();
    const token = tokenIn(request.headers.cookie);
    if (token === undefined || token === '') {
      throw new Problem('signed-out');
    }
    const hash = hashOf(token);
    const signedIn = await this.sessions.findBySession(hash);
    if (signedIn === undefined) {
      throw new Problem('signed-out');
    }
    request.caller = { signedIn, viewer: viewerOf(signedIn), session: hash.toString('hex') };
    return true;
  }
}
