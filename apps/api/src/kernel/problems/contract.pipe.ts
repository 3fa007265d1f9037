import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { inputOf } from './input.js';

/** Parses what a route declares a schema for; keeps zod's own faults, which the filter words in the caller's language. */
@Injectable()
export class ContractPipe implements PipeTransform {
  async transform(value: unknown, { schema, type, data }: ArgumentMetadata): Promise<unknown> {
    if (type === 'custom') {
      return value;
    }
    return inputOf(schema, value, { ...(data !== undefined && { root: data }), query: type === 'query' });
  }
}
