import { z } from 'zod';
import { codesOf } from '../kernel/codes/index.js';
import { problems } from './problems.js';

/** Error answer, RFC 9457 problem details; `detail` is in the caller's language. */
export const ProblemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.enum(codesOf(problems)),
  /** Places in the request; `start` and `end` are UTF-16 offsets of an identifier in a text. */
  errors: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        kind: z.string().optional(),
        start: z.number().optional(),
        end: z.number().optional(),
      }),
    )
    .optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;
