import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Session, Viewer } from '#contracts/people';

/** Who asks: as whom they are signed in, the rights that follow, and the session as the hexadecimal hash of its token. */
export type Caller = { readonly signedIn: Session; readonly viewer: Viewer; readonly session: string };

/** A request after the session guard. */
export type SignedRequest = Request & { caller?: Caller };

/** The caller of a route that needs a session. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => {
  return context.switchToHttp().getRequest<SignedRequest>().caller;
});

export const openToAll = 'relais:open-to-all';

/** A route that needs no session. */
export const OpenToAll = () => SetMetadata(openToAll, true);
