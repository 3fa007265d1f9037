import released from '../../generated/released.json' with { type: 'json' };
import type { JsonSchema } from './schemas.js';

/** Schemas of the last release, by type of event. */
export const releasedSchemas: Readonly<Record<string, JsonSchema>> = released;
