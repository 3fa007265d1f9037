import { fieldsOf, isHidden } from './fields.js';
import { catalogue } from './schemas.js';

/** Names of the fields of events that never reach the analysts' room: persons and notes. */
export const hiddenFields: ReadonlySet<string> = new Set(
  catalogue().flatMap(({ value }) => fieldsOf(value).filter(isHidden).map(nameOf)),
);

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

function nameOf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('[]', '');
}
