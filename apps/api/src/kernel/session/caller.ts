import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { ProblemCode } from '#contracts/catalogue';
import type { Session, Viewer } from '#contracts/people';

/**
 * Who asks: as whom they are signed in, the rights that follow, the secret of the session as the browser has it from this answer on,
 * and its hexadecimal hash.
 */
export type Caller = {
  readonly signedIn: Session;
  readonly viewer: Viewer;
  readonly token: string;
  readonly session: string;
  /** Whether they have shown a passkey just now. */
  readonly isProven: boolean;
  /** Whether they have shown one, or signed in, just now. */
  readonly isFresh: boolean;
};

/** A request after the session guard. */
export type SignedRequest = Request & { caller?: Caller };

/** The caller of a route that needs a session. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => {
  return context.switchToHttp().getRequest<SignedRequest>().caller;
});

export const openToAll = 'relais:open-to-all';

export const unattended = 'relais:unattended';

/** A route that a page asks by itself and not because its person did something: it does not make their session last. */
export const Unattended = () => SetMetadata(unattended, true);

export const beforePasskey = 'relais:before-passkey';

/** A route for a session that waits for a passkey too. */
export const BeforePasskey = () => SetMetadata(beforePasskey, true);

export const needsProof = 'relais:needs-proof';

/** How somebody shows just now who they are. */
export type Proof = 'passkey' | 'sign-in';

/** What is said to who did not. */
export const refusalOfProof = { passkey: 'proof-needed', 'sign-in': 'sign-in-needed' } as const satisfies Record<
  Proof,
  ProblemCode
>;

/**
 * A route for which the person has shown a passkey just now: what leaves or changes more than the work of a day. With `sign-in` it is
 * enough to have signed in just now: what is one's own, also of people without a passkey.
 */
export const NeedsProof = (by: Proof = 'passkey') => SetMetadata(needsProof, by);

/** A route that needs no session. */
export const OpenToAll = () => SetMetadata(openToAll, true);
