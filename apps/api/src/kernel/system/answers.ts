import { applyDecorators, HttpCode, SerializeOptions, SetMetadata } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { type z } from 'zod';
import { type ProblemCode, ProblemDetails } from '#contracts/catalogue';

type Shape = { readonly list?: boolean; readonly status?: number };

const problemResponse = () =>
  ApiResponse({ status: 'default', description: 'Problem details (RFC 9457)', standardSchema: ProblemDetails });

/** What a route answers: fields that the schema does not declare never leave. */
export function Answers(
  schema: z.ZodType,
  summary: string,
  { list = false, status = 200 }: Shape = {},
): MethodDecorator {
  return applyDecorators(
    SerializeOptions({ schema }),
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, standardSchema: schema, isArray: list }),
    problemResponse(),
  );
}

/** A route that answers a text. */
export function AnswersText(summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status: 200, description: summary, schema: { type: 'string' } }),
    problemResponse(),
  );
}

/** A route that answers a file. */
export function AnswersFile(type: string, summary: string): MethodDecorator {
  return applyDecorators(
    ApiOperation({ summary }),
    ApiProduces(type),
    ApiResponse({ status: 200, description: summary, schema: { type: 'string', format: 'binary' } }),
    problemResponse(),
  );
}

/** A route that answers 204 without a body. */
export function AnswersNothing(summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(204),
    ApiOperation({ summary }),
    ApiNoContentResponse({ description: summary }),
    problemResponse(),
  );
}

/** A route that answers with another address, to which a browser goes at once. */
export function AnswersElsewhere(summary: string): MethodDecorator {
  return applyDecorators(
    HttpCode(303),
    ApiOperation({ summary }),
    ApiResponse({
      status: 303,
      description: summary,
      headers: { Location: { description: 'A page of this installation', schema: { type: 'string' } } },
    }),
    problemResponse(),
  );
}

export const streaming = 'relais:streams';

/** A route whose answer goes on until either side ends it. */
export function AnswersEvents(summary: string): MethodDecorator {
  const type = 'text/event-stream';
  return applyDecorators(
    SetMetadata(streaming, type),
    ApiOperation({ summary }),
    ApiProduces(type),
    ApiResponse({ status: 200, description: summary, schema: { type: 'string' } }),
    problemResponse(),
  );
}

export const refusing = 'relais:refuses';

/** What a route may answer that it does not because of what it takes, or of who asks: problems of its own. */
export const Refuses = (...codes: ProblemCode[]) => SetMetadata(refusing, codes);
