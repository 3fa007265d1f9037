import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TooSlow } from '#persistence/analysis';
import { NotesErased } from '#persistence/case';
import { DatabaseAway } from '#persistence/kernel';
import { AsideBusy, AsideTooHeavy, type Logger } from '#runtime';
import { CaseRefused, EngineAway, TooBusy } from '#temporal';
import { badPlace, brokenAddress } from './bad-input.js';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import { problemPage, problemPagePolicy } from './problem-page.js';
import { detailsOf } from './wording.js';

/** Seconds after which one asks again what passes by itself. */
export const secondsToWait: Readonly<Record<string, number>> = {
  'engine-away': 3,
  'too-busy': 1,
  'too-many-waiting': 5,
  'too-many-invitations': 3_600,
  'too-many-letters': 3_600,
  'too-many-tries': 600,
  'too-many-codes': 3_600,
  busy: 5,
  'provider-away': 5,
  'events-too-slow': 5,
};

/** The problem an error of any library stands for; undefined when it is a fault of our own. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) {
    return error;
  }
  if (error instanceof CaseRefused) {
    const { code, field, params } = error.refusal;
    const wording = new Problem(code, { ...(params && { params }) });
    const objections = field && [
      { path: field, text: (language: 'fr' | 'nl' | 'en') => detailsOf(wording, language).detail },
    ];
    return new Problem(code, { ...(params && { params }), ...(objections && { objections }) });
  }
  if (error instanceof EngineAway || error instanceof DatabaseAway) {
    return new Problem('engine-away');
  }
  if (error instanceof TooBusy) {
    return new Problem('too-busy');
  }
  if (error instanceof AsideBusy) {
    return new Problem('busy');
  }
  if (error instanceof AsideTooHeavy) {
    return new Problem('too-heavy');
  }
  if (error instanceof TooSlow) {
    return new Problem('events-too-slow', { params: { seconds: error.seconds } });
  }
  if (error instanceof NotesErased) {
    return new Problem('notes-erased');
  }
  return httpProblemOf(error);
}

/** What is wrong with a request that nobody can read. */
export const unreadable = {
  fr: 'la demande est illisible ; vérifiez son adresse et son contenu',
  nl: 'de aanvraag is onleesbaar; kijk het adres en de inhoud na',
  en: 'the request is unreadable; check its address and its body',
};

/** Faults that Express and its body parsers find before a route is reached. */
function httpProblemOf(error: unknown): Problem | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: unknown } | null)?.status;
  switch (status) {
    case 404:
      return new Problem('not-found');
    case 413:
      return badPlace(
        '',
        {
          fr: 'le contenu est trop grand ; envoyez-en moins à la fois',
          nl: 'de inhoud is te groot; stuur minder tegelijk',
          en: 'the body is too large; send less at once',
        },
        413,
      );
    case 400:
      return badPlace('', error instanceof URIError ? brokenAddress : unreadable, 400);
    case 415:
      return badPlace(
        '',
        {
          fr: 'ce format n’est pas pris en charge',
          nl: 'dit formaat wordt niet ondersteund',
          en: 'this format is not supported',
        },
        415,
      );
    default:
      return undefined;
  }
}

/** A browser says of the request whether a person follows a link with it (Fetch Metadata); a program never sees a page. */
function isFollowed(request: Request): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate';
}

/** The one place where errors become answers in the caller's language: problem details (RFC 9457), or a page for who follows a link. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = problemOf(error) ?? this.unexpected(error, request);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const wait = problem.more.wait ?? secondsToWait[problem.code];
    if (wait !== undefined) {
      response.setHeader('retry-after', String(wait));
    }
    const language = languageOf(request.headers['accept-language']);
    const details = detailsOf(problem, language);
    if (isFollowed(request)) {
      response.setHeader('content-security-policy', problemPagePolicy);
      response.status(details.status).type('text/html').send(problemPage(details, language));
      return;
    }
    response.status(details.status).type('application/problem+json').send(JSON.stringify(details));
  }

  private unexpected(error: unknown, request: Request): Problem {
    const traceId = randomBytes(4).toString('hex');
    const route = (request.route as { path?: string } | undefined)?.path;
    this.logger.error({ err: error, traceId, method: request.method, route }, 'unexpected error');
    return new Problem('unexpected', { params: { traceId } });
  }
}
