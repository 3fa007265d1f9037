import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { ProblemCode } from '#contracts/catalogue';
import { mayDo, type Right } from '#domain/people';
import { Problem } from '../problems/problem.js';
import { needsProof, type Proof, refusalOfProof, type SignedRequest } from './caller.js';

/** A right that a route asks for, or several of which one suffices, and what is said to others. */
export type Need = { readonly rights: readonly Right[]; readonly refusal: ProblemCode };

export const needed = 'relais:needs';

/** A route for those who have the right, or one of several; it is asked before anything of what they send is looked at. */
export function Needs(rights: Right | readonly Right[], refusal: ProblemCode = 'forbidden') {
  return SetMetadata(needed, { rights: [rights].flat(), refusal } satisfies Need);
}

/** Lets through who may: rights come before the parsing of a request, which would tell strangers what is right with theirs. */
@Injectable()
export class RightGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const marked = [context.getHandler(), context.getClass()];
    const need = this.reflector.getAllAndOverride<Need | undefined>(needed, marked);
    const caller = context.switchToHttp().getRequest<SignedRequest>().caller;
    const viewer = caller?.viewer;
    if (need !== undefined && (viewer === undefined || !need.rights.some((right) => mayDo(viewer, right)))) {
      throw new Problem(need.refusal);
    }
    const proof = this.reflector.getAllAndOverride<Proof | undefined>(needsProof, marked);
    const isShown = proof === 'sign-in' ? caller?.isFresh : caller?.isProven;
    if (proof !== undefined && isShown !== true) {
      throw new Problem(refusalOfProof[proof]);
    }
    return true;
  }
}
