import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { CaseRequest } from '#contracts/case';
import { Histogram, type Registry } from '#runtime';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const commandRoutes = { '/api/v1/cases': 'open-case', '/api/v1/cases/:caseId/commands': undefined } as const;
const commandTypes = new Set<unknown>(CaseRequest.options.map(({ shape }) => shape.type.value));

/**
 * Measures how long each route and each command takes. Labels are patterns of routes and types of commands, never ids;
 * streams are left out.
 */
export function requestMetrics(registry: Registry): RequestHandler {
  const registers = [registry];
  const request = new Histogram({
    name: 'relais_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const command = new Histogram({
    name: 'relais_command_duration_seconds',
    help: 'Time from a command to its durable answer, by what came of it.',
    labelNames: ['command', 'outcome'],
    buckets,
    registers,
  });
  return (asked: Request, response: Response, next: NextFunction) => {
    const end = request.startTimer();
    const endCommand = command.startTimer();
    response.once('finish', () => {
      const route = (asked.route as { path?: unknown } | undefined)?.path;
      const isStream = String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
      if (isStream) {
        return;
      }
      const { statusCode: status } = response;
      end({ method: asked.method, route: typeof route === 'string' ? route : 'other', status: String(status) });
      const type = asked.method === 'POST' ? commandOf(route, asked.body) : undefined;
      if (type !== undefined) {
        endCommand({ command: type, outcome: outcomeOf(status) });
      }
    });
    next();
  };
}

/** The type of the command a request carried; undefined for other requests and for what is no command. */
function commandOf(route: unknown, body: unknown): string | undefined {
  if (typeof route !== 'string' || !(route in commandRoutes)) {
    return undefined;
  }
  const type = commandRoutes[route as keyof typeof commandRoutes] ?? (body as { type?: unknown } | undefined)?.type;
  return type === 'open-case' || commandTypes.has(type) ? String(type) : undefined;
}

function outcomeOf(status: number): 'accepted' | 'refused' | 'away' | 'failed' {
  if (status < 400) {
    return 'accepted';
  }
  if (status < 500) {
    return 'refused';
  }
  return status === 503 ? 'away' : 'failed';
}
