import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SessionRepository } from '#persistence/people';
import { Problem } from '../problems/problem.js';
import { openToAll, type SignedRequest, viewerOf } from './caller.js';
import { hashOf, tokenIn } from './token.js';

/** Finds out who asks; without a session only routes open to all are reached. */
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
    const persona = await this.sessions.findBySession(hash);
    if (persona === undefined) {
      throw new Problem('signed-out');
    }
    request.caller = { persona, viewer: viewerOf(persona), session: hash.toString('hex') };
    return true;
  }
}
