import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { CommandAttempt, CommandId } from '#contracts/kernel';
import { badInput } from '../problems/bad-input.js';
import { Problem } from '../problems/problem.js';

/** Under which key something is asked, and whether it was asked before without an answer. */
export type RequestKey = { readonly key: string; readonly again: boolean };

/** The caller's idempotency key and attempt; undefined without a key. */
function keyIn({ headers }: Request): RequestKey | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined || given === '') {
    return undefined;
  }
  const key = CommandId.safeParse(given, { reportInput: true });
  if (!key.success) {
    throw badInput(key.error.issues, 'Idempotency-Key');
  }
  const attempt = CommandAttempt.safeParse(headers['idempotency-attempt'] ?? '1', { reportInput: true });
  if (!attempt.success) {
    throw badInput(attempt.error.issues, 'Idempotency-Attempt');
  }
  return { key: key.data, again: Number(attempt.data) > 1 };
}

/** The caller's idempotency key and attempt. */
export const KeyOf = createParamDecorator((_: unknown, context: ExecutionContext): RequestKey => {
  const key = keyIn(context.switchToHttp().getRequest<Request>());
  if (key === undefined) {
    throw new Problem('key-missing');
  }
  return key;
});

/** The caller's idempotency key, where they gave one. */
export const KeyIfGivenOf = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  return keyIn(context.switchToHttp().getRequest<Request>())?.key;
});
