import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CommandId } from '#contracts/kernel';
import { Problem } from '../kernel/problems/problem.js';

/** Under which key something is asked, and whether it was asked before without an answer. */
export type RequestKey = { readonly key: string; readonly again: boolean };

/** The caller's idempotency key and attempt. */
export const KeyOf = createParamDecorator((_: unknown, context: ExecutionContext): RequestKey => {
  const { headers } = context.switchToHttp().getRequest<Request>();
  const key = CommandId.safeParse(headers['idempotency-key']);
  if (!key.success) {
    throw new Problem('key-missing');
  }
  return { key: key.data, again: Number(headers['idempotency-attempt'] ?? 1) > 1 };
});
