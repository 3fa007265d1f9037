import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Histogram, type Registry } from '#runtime';

/** Measures how long each route takes. Labels are patterns of routes, never ids; streams are left out. */
export function requestMetrics(registry: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'relais_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return (request: Request, response: Response, next: NextFunction) => {
    const end = duration.startTimer();
    response.once('finish', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      const isStream = String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
      if (!isStream) {
        end({
          method: request.method,
          route: typeof route === 'string' ? route : 'other',
          status: String(response.statusCode),
        });
      }
    });
    next();
  };
}
