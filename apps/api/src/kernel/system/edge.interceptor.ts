import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { type Observable, of } from 'rxjs';
import { badPlace, brokenAddress } from '../problems/bad-input.js';
import { unknownParameter } from '../problems/input.js';
import { Problem } from '../problems/problem.js';
import { legible } from '../problems/unwritable.js';
import { streaming } from './answers.js';
import { readBody } from './reading-body.js';
import { type Taking, takesJson, takingOf } from './takes.js';

/**
 * What every route does between the question who asks and the parsing of what is asked: the address is read as it was written,
 * parameters that nobody asked for are refused, and only now a body is read.
 */
@Injectable()
export class EdgeInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    checkAddress(request.originalUrl);
    const asked = askedBy(context);
    if (!asked.has(RouteParamtypes.QUERY)) {
      refuseParameters(Object.keys(request.query));
    }
    const type = this.reflector.get<string | undefined>(streaming, context.getHandler());
    if (request.method === 'HEAD' && type !== undefined) {
      // Its head is known, and what follows would never end.
      const response = http.getResponse<Response>();
      response.status(200).setHeader('content-type', `${type}; charset=utf-8`).end();
      return of(undefined);
    }
    if (asked.has(RouteParamtypes.BODY)) {
      const taking = this.reflector.get<Taking | undefined>(takingOf, context.getHandler()) ?? takesJson;
      request.body = await readBody(request, taking);
    }
    return next.handle();
  }
}

/** Which parts of a request a route asks for. */
function askedBy(context: ExecutionContext): ReadonlySet<RouteParamtypes> {
  return partsIn(Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) ?? {});
}

/** The parts that Nest has written down; decorators of our own stand there under a random name, which may begin with a digit. */
export function partsIn(places: Readonly<Record<string, unknown>>): ReadonlySet<RouteParamtypes> {
  return new Set(Object.keys(places).flatMap((place) => (/^\d+:/.test(place) ? [Number.parseInt(place, 10)] : [])));
}

function checkAddress(address: string): void {
  // What is read has to be used, or a bundler takes the reading away.
  if (decoded(address)?.includes('\0') !== false) {
    throw badPlace('', brokenAddress, 400);
  }
}

function decoded(address: string): string | undefined {
  try {
    return decodeURIComponent(address);
  } catch {
    return undefined;
  }
}

function refuseParameters(names: readonly string[]): void {
  if (names.length > 0) {
    const text = unknownParameter([]);
    throw new Problem('bad-input', {
      objections: names.map((name) => ({ path: legible(name), text: (language) => text[language] })),
    });
  }
}
