/** How a value found by a path is compared. */
export const operators = ['=', '!=', '~', '<', '<=', '>', '>=', 'exists'] as const;
export type Operator = (typeof operators)[number];

/** A condition on the data of an event: `$.to.profession = psychologist`; `~` means contains, `exists` has no value. */
export type Condition = { readonly path: readonly string[]; readonly operator: Operator; readonly value: string };

/** Most conditions of one filter. */
export const mostConditions = 8;

const step = '[A-Za-z0-9_-]{1,60}';
const form = new RegExp(String.raw`^\$((?:\.${step}){1,8})\s+(?:(exists)|(=|!=|~|<=|>=|<|>)\s*(.{1,200}))$`);

/** Reads a condition; undefined when it has another form. Numbers in a path are places in a list, from 0. */
export function parseCondition(text: string): Condition | undefined {
  const [, path, exists, operator, value] = form.exec(text.trim()) ?? [];
  if (path === undefined) {
    return undefined;
  }
  const steps = path.slice(1).split('.');
  return exists === undefined
    ? { path: steps, operator: operator as Operator, value: (value ?? '').trim() }
    : { path: steps, operator: 'exists', value: '' };
}

/** Writes a condition in the form that `parseCondition` reads. */
export function textOfCondition({ path, operator, value }: Condition): string {
  const place = `$.${path.join('.')}`;
  return operator === 'exists' ? `${place} exists` : `${place} ${operator} ${value}`;
}

/** Steps of a path such as `$.to.profession`; undefined when it has another form. */
export function parsePath(text: string): readonly string[] | undefined {
  return new RegExp(String.raw`^\$(\.${step}){1,8}$`).test(text) ? text.slice(2).split('.') : undefined;
}
