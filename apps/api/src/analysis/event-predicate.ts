import { type AnalysisEvent, type Condition, type EventFilter, parseCondition } from '#contracts/analysis';
import type { EventColumn } from '#contracts/analysis/codes';

/** Whether an event fulfils a filter; the same rule as the SQL of `archive-filter.ts`, which a test holds it against. */
export function predicateOf(filter: EventFilter): (event: AnalysisEvent) => boolean {
  const checks = [...checksOf(filter), ...(filter.where ?? []).map(checkOfText)];
  return (event) => checks.every((check) => check(event));
}

type Check = (event: AnalysisEvent) => boolean;

function checksOf({
  stream,
  type,
  from,
  until,
  case: subject,
  profession,
  difficulty,
  municipality,
}: EventFilter): Check[] {
  const isIn = (list: readonly string[] | undefined, valueOf: (event: AnalysisEvent) => string | null): Check[] =>
    list === undefined ? [] : [(event) => list.includes(valueOf(event) ?? '')];
  return [
    ...isIn(stream && [stream], (event) => event.stream),
    ...isIn(type, (event) => event.type),
    ...isIn(profession, (event) => event.profession),
    ...isIn(difficulty, (event) => event.difficulty),
    ...isIn(municipality, (event) => event.municipality),
    ...(from === undefined ? [] : [({ time }: AnalysisEvent) => Date.parse(time) >= Date.parse(from)]),
    ...(until === undefined ? [] : [({ time }: AnalysisEvent) => Date.parse(time) <= Date.parse(until)]),
    ...(subject === undefined ? [] : [isOfCase(subject)]),
  ];
}

function isOfCase(text: string): Check {
  const [subject, code] = [text.toLowerCase(), text.toUpperCase()];
  return (event) => event.subject === subject || (event.code?.startsWith(code) ?? false);
}

function checkOfText(text: string): Check {
  const condition = parseCondition(text);
  if (condition === undefined) {
    return () => true;
  }
  return condition.of === 'data'
    ? (event) => holds(condition, textAt(event.data, condition.path))
    : (event) => holdsInColumn(condition, event[condition.path[0] as EventColumn]);
}

/** Of a list is asked whether it has the value; everything else is asked of its texts joined by commas. */
function holdsInColumn(condition: Condition, found: unknown): boolean {
  const { operator, value } = condition;
  if (Array.isArray(found)) {
    const isAsked = operator === '=' || operator === '!=';
    return isAsked ? found.includes(value) === (operator === '=') : holds(condition, found.join(','));
  }
  return holds(condition, found === null || found === undefined ? undefined : String(found));
}

/** Whether a condition holds for a text that was found; undefined when nothing was. */
function holds({ operator, value }: Condition, found: string | undefined): boolean {
  switch (operator) {
    case 'exists':
      return found !== undefined;
    case '=':
      return found === value;
    case '!=':
      return found !== value;
    case '~':
      return found !== undefined && found.toLowerCase().includes(value.toLowerCase());
    case '<':
      return found !== undefined && compare(found, value) < 0;
    case '<=':
      return found !== undefined && compare(found, value) <= 0;
    case '>':
      return found !== undefined && compare(found, value) > 0;
    case '>=':
      return found !== undefined && compare(found, value) >= 0;
    default:
      throw operator satisfies never;
  }
}

const isNumber = /^-?\d+(\.\d+)?$/;

/** As numbers when both are, else as texts by their bytes. */
function compare(one: string, other: string): number {
  return isNumber.test(one) && isNumber.test(other)
    ? Number(one) - Number(other)
    : Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** The text of what a path leads to; undefined when there is nothing or null. */
function textAt(data: unknown, path: readonly string[]): string | undefined {
  let found = data;
  for (const step of path) {
    if (Array.isArray(found)) {
      found = /^\d+$/.test(step) ? (found as unknown[])[Number(step)] : undefined;
    } else if (!/^-\d+$/.test(step) && typeof found === 'object' && found !== null && Object.hasOwn(found, step)) {
      found = (found as Record<string, unknown>)[step];
    } else {
      return undefined;
    }
  }
  return found === undefined || found === null ? undefined : typeof found === 'string' ? found : jsonOf(found);
}

/** JSON as PostgreSQL writes it, with a space after commas and colons. */
function jsonOf(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(jsonOf).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}: ${jsonOf(inner)}`);
    return `{${members.join(', ')}}`;
  }
  return JSON.stringify(value);
}
