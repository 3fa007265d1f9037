import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { badInput } from './bad-input.js';

/** Parses what a route declares a schema for; keeps zod's own faults, which the filter words in the caller's language. */
@Injectable()
export class ContractPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType) || type === 'custom') {
      return value;
    }
    const parsed = await schema.safeParseAsync(value, { reportInput: true });
    if (!parsed.success) {
      throw badInput(parsed.error.issues, data);
    }
    return parsed.data;
  }
}
