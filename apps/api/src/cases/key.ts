import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CommandId } from '#contracts';
import { Problem } from '../problems/problem.js';

/** The caller's idempotency key. */
export const KeyOf = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const key = CommandId.safeParse(context.switchToHttp().getRequest<Request>().headers['idempotency-key']);
  if (!key.success) {
    throw new Problem('key-missing');
  }
  return key.data;
});
