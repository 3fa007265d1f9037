import type { WorkbenchSearch } from './route.js';

const given = /^-- \$([a-z][a-z0-9_]{0,40}) = (.*)$/;

/** What a JSON value says in a field; undefined when it is not one of ours. */
function valueOf(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a query of the history as it was: its audit has the SQL, and below it a comment for each parameter. */
export function searchOfPast(subject: string): WorkbenchSearch & { readonly sql: string } {
  const lines = subject.split('\n');
  const values: [string, string][] = [];
  for (;;) {
    const [, name, json = ''] = given.exec(lines.at(-1) ?? '') ?? [];
    const value = valueOf(json);
    if (name === undefined || value === undefined) {
      break;
    }
    values.push([`p.${name}`, value]);
    lines.pop();
  }
  return { ...Object.fromEntries(values), sql: lines.join('\n') };
}
