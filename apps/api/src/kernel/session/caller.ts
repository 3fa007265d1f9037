import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import type { Persona, Viewer } from '#contracts/people';

/** Who asks: the person, the rights that follow, and the session as the hexadecimal hash of its token. */
export type Caller = { readonly persona: Persona; readonly viewer: Viewer; readonly session: string };

/** A request after the session guard. */
export type SignedRequest = Request & { caller?: Caller };

/** What the rights of a person depend on. */
export function viewerOf({ personId, roles, organisationId, services }: Persona): Viewer {
  return { personId, roles, organisationId, serviceIds: services.map((one) => one.serviceId) };
}

/** The caller of a route that needs a session. */
export const CallerOf = createParamDecorator((_: unknown, context: ExecutionContext): Caller | undefined => {
  return context.switchToHttp().getRequest<SignedRequest>().caller;
});

export const openToAll = 'relais:open-to-all';

/** A route that needs no session. */
export const OpenToAll = () => SetMetadata(openToAll, true);
