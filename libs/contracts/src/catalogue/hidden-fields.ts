import { fieldsOf, isHidden } from './fields.js';
import { catalogue } from './schemas.js';

let names: ReadonlySet<string> | undefined;

/** Names of the fields of events that never reach the analysts' room: persons and notes. Made at the first use, for it takes all schemas. */
export function hiddenFields(): ReadonlySet<string> {
  names ??= new Set(catalogue().flatMap(({ value }) => fieldsOf(value).filter(isHidden).map(nameOf)));
  return names;
}

/** A copy of an event's data without its hidden fields, at any depth. */
export function withoutHidden<Value>(value: Value): Value {
  return without(hiddenFields(), value);
}

function without<Value>(hidden: ReadonlySet<string>, value: Value): Value {
  if (Array.isArray(value)) {
    return value.map((inner) => without<unknown>(hidden, inner)) as Value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(([name]) => !hidden.has(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, without<unknown>(hidden, inner)])) as Value;
}

function nameOf({ path }: { readonly path: string }): string {
  return path.slice(path.lastIndexOf('.') + 1).replace('[]', '');
}
