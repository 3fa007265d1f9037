import { catalogue, type JsonSchema } from './schemas.js';

/** Names of the fields of events that never reach the analysts' room: persons and notes. */
export const hiddenFields: ReadonlySet<string> = new Set(catalogue().flatMap(({ value }) => hiddenIn(value)));

/** A copy of an event's data without its hidden fields, at any depth. */
export function withoutHidden<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(withoutHidden) as Value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(([name]) => !hiddenFields.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutHidden<unknown>(inner)])) as Value;
}

function hiddenIn(schema: unknown): string[] {
  if (Array.isArray(schema)) {
    return schema.flatMap(hiddenIn);
  }
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const { properties = {} } = schema as { properties?: Record<string, JsonSchema> };
  const own = Object.entries(properties).filter(
    ([, { 'x-privacy': privacy }]) => privacy === 'person' || privacy === 'note',
  );
  return [...own.map(([name]) => name), ...Object.values(schema).flatMap(hiddenIn)];
}
