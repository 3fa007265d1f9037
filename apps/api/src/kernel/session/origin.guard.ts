import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True when a write may come from here: from a page of the same host, or from no page at all. Every browser sends Origin or
 * Sec-Fetch-Site with a write, so a request with neither comes from a program, which no other site can make send our cookie.
 */
export function isSameOrigin(headers: Request['headers']): boolean {
  const { origin, host } = headers;
  if (origin !== undefined) {
    return URL.canParse(origin) && new URL(origin).host === host;
  }
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Refuses writes that a page of another site makes a browser send. */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (!reading.has(request.method) && !isSameOrigin(request.headers)) {
      throw new Problem('wrong-origin');
    }
    return true;
  }
}
