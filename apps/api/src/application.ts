import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Express, NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Logger, Registry } from '#runtime';
import { AppModule } from './app.module.js';
import type { AppParts } from './kernel/parts.js';
import { ContractPipe } from './kernel/problems/contract.pipe.js';
import { ProblemFilter } from './kernel/problems/problem.filter.js';
import { serveOpenApi } from './kernel/system/openapi-pages.js';
import { requestMetrics } from './kernel/system/request-metrics.js';
import { serveWeb } from './kernel/system/web.js';

/** Everything comes from this server; Mantine writes its style sheets into the page. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

function isStream(response: Response): boolean {
  return String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
}

function neverStored(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/api/')) {
    response.setHeader('cache-control', 'no-store');
  }
  next();
}

/** The API, ready to listen. */
export async function createApplication(
  parts: AppParts,
  senses: { readonly logger: Logger; readonly registry: Registry },
): Promise<NestExpressApplication> {
  const express = new ExpressAdapter();
  // An address that is written otherwise is another one, also to what decides by its beginning. The adapter has made its router by
  // now, too late for the setting; but the router looks here each time a route is added.
  Object.assign((express.getInstance() as Express).router, { caseSensitive: true });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), express, {
    bodyParser: false,
    forceCloseConnections: true,
    abortOnError: false,
    logger: ['error', 'warn'],
  });
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', parts.proxies);
  app.use(requestMetrics(senses.registry));
  app.use(helmet({ contentSecurityPolicy, crossOriginEmbedderPolicy: false }));
  app.use(compression({ filter: (request, response) => !isStream(response) && compression.filter(request, response) }));
  app.use(neverStored);
  serveWeb(app);
  app.useGlobalPipes(new ContractPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter(senses.logger));
  serveOpenApi(app);
  return app;
}
