import { isIP } from 'node:net';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import { Installation } from '../system/installation.js';

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

/**
 * True when the installation is called by a name of its own: that of its public address, this machine's, or a number. Whoever owns
 * another name can let it lead here, and a browser then takes their pages and ours for one origin; of a number nobody can.
 */
export function isOwnName(host: string | undefined, publicUrl: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) {
    return false;
  }
  const { hostname } = new URL(`http://${host}`);
  const name = hostname.replaceAll(/^\[|\]$/g, '');
  return isIP(name) !== 0 || /(?:^|\.)localhost$/.test(name) || name === new URL(publicUrl).hostname;
}

/** Refuses what is asked under a name that is not ours, and writes that a page of another site makes a browser send. */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(private readonly installation: Installation) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const { publicUrl } = this.installation;
    // Probes and schemas are read under whatever name a network has for this process.
    if (request.path.startsWith('/api/') && !isOwnName(request.headers.host, publicUrl)) {
      throw new Problem('wrong-host', { params: { address: publicUrl } });
    }
    if (!reading.has(request.method) && !isSameOrigin(request.headers)) {
      throw new Problem('wrong-origin');
    }
    return true;
  }
}
