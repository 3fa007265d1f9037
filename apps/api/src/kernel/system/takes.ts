import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiConsumes, ApiHeader } from '@nestjs/swagger';
import { z } from 'zod';
import { CommandAttempt, CommandId } from '#contracts/kernel';

/** What a route takes as its body, and how much of it. */
export type Taking = { readonly type: 'application/json' | 'text/csv' | 'multipart/form-data'; readonly most: number };

export const takingOf = 'relais:takes';

const kibi = 1_024;
const mebi = kibi * kibi;

/** What a route takes that says nothing of it. */
export const takesJson: Taking = { type: 'application/json', most: 256 * kibi };

/** A route that takes a file of rows. */
export const TakesCsv = (megabytes: number) => taking({ type: 'text/csv', most: megabytes * mebi });

/** A route that takes a form with a file, which it reads itself, and little beside it. */
export const TakesForm = (megabytes: number) => taking({ type: 'multipart/form-data', most: (megabytes + 1) * mebi });

function taking(what: Taking): MethodDecorator {
  return applyDecorators(SetMetadata(takingOf, what), ApiConsumes(what.type));
}

/** The schema of a header as OpenAPI has it. */
function headerOf(schema: z.ZodType): { readonly type: 'string'; readonly pattern: string } {
  const { pattern = '' } = z.toJSONSchema(schema, { target: 'openapi-3.0' });
  return { type: 'string', pattern };
}

/** A route that asks for an idempotency key; one that takes it `ifGiven` does without. */
export const TakesKey = (how: 'always' | 'ifGiven' = 'always') =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: how === 'always',
      description: 'The same key twice is one command',
      schema: headerOf(CommandId),
    }),
    ApiHeader({
      name: 'Idempotency-Attempt',
      required: false,
      description:
        '2 or more when the same was asked before and no answer came: a refusal is final then, whatever still arrives late',
      schema: headerOf(CommandAttempt),
    }),
  );

/** A stream that goes on where its reader was. */
export const TakesPlace = () =>
  ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last message that came; the stream goes on after it',
    schema: { type: 'string', maxLength: 200 },
  });
