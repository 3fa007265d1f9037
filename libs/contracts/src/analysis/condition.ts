import { eventColumnNames, type EventColumn } from './codes/index.js';

/** How a value is compared. */
export const operators = ['=', '!=', '~', '<', '<=', '>', '>=', 'exists'] as const;
export type Operator = (typeof operators)[number];

/**
 * A condition on an event: on a place in its data, `$.to.profession = psychologist`, or on one of its columns, `sender = accountant`; `~` means
 * contains, `exists` has no value. The path of a column is its name alone.
 */
export type Condition = {
  readonly of: 'data' | 'column';
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly value: string;
};

/** Most conditions of one filter. */
export const mostConditions = 8;

/** Columns a condition may name; the others have filters of their own. */
export const conditionColumns: readonly EventColumn[] = eventColumnNames.filter(
  (name) => !['position', 'time', 'data'].includes(name),
);

const step = '[A-Za-z0-9_-]{1,60}';
const form = new RegExp(
  String.raw`^(?:\$((?:\.${step}){1,8})|(${conditionColumns.join('|')}))\s+(?:(exists)|(=|!=|~|<=|>=|<|>)\s*(\S.{0,199}))$`,
);

/** Reads a condition; undefined when it has another form. Numbers in a path are places in a list, from 0. */
export function parseCondition(text: string): Condition | undefined {
  const found = form.exec(text.trim());
  if (found === null) {
    return undefined;
  }
  const [, steps, column, exists, operator, value] = found;
  const place =
    column === undefined
      ? ({ of: 'data', path: (steps ?? '').slice(1).split('.') } as const)
      : ({ of: 'column', path: [column] } as const);
  return exists === undefined
    ? { ...place, operator: operator as Operator, value: (value ?? '').trim() }
    : { ...place, operator: 'exists', value: '' };
}

/** Writes a condition in the form that `parseCondition` reads. */
export function textOfCondition({ of, path, operator, value }: Condition): string {
  const place = of === 'column' ? path.join('.') : `$.${path.join('.')}`;
  return operator === 'exists' ? `${place} exists` : `${place} ${operator} ${value}`;
}

/** Steps of a path such as `$.to.profession`; undefined when it has another form. */
export function parsePath(text: string): readonly string[] | undefined {
  return new RegExp(String.raw`^\$(\.${step}){1,8}$`).test(text) ? text.slice(2).split('.') : undefined;
}
