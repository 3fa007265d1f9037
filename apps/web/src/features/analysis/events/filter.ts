import type { Stream } from '#contracts/analysis';
import { mostConditions, parseCondition, parsePath, textOfCondition, type Condition } from '#contracts/analysis';
import { eventColumnNames, type EventColumn } from '#contracts/analysis/codes';
import { streamNames } from '#contracts/kernel/codes';
import { historyType } from '#domain/case';
import type { EventsSearch } from './route.js';
import { civilDate, startOfDay } from '../../../shared/time.js';

/** Spans that move with today. */
export const spans = ['today', 'week', 'quarter', 'last-quarter', 'year', 'last-year'] as const;
export type Span = (typeof spans)[number];

/** First and last civil date, both inclusive. */
export type Dates = { readonly from?: string | undefined; readonly until?: string | undefined };

/** What the server is asked for; lists are joined by commas. */
export type FilterQuery = {
  readonly stream?: Stream;
  readonly type?: string;
  readonly from?: string;
  readonly until?: string;
  readonly case?: string;
  readonly profession?: string;
  readonly difficulty?: string;
  readonly municipality?: string;
  readonly where?: readonly string[];
};

const listed = ['type', 'profession', 'difficulty', 'municipality'] as const;

/** A filter that takes several codes. */
export type Listed = (typeof listed)[number];

const shortestCase = 3;

function dateAfter(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function quarter(year: number, index: number): Dates {
  const first = (at: number) => new Date(Date.UTC(year, at * 3, 1)).toISOString().slice(0, 10);
  return { from: first(index), until: dateAfter(first(index + 1), -1) };
}

/** The dates of a span, as seen from `today`. */
export function datesOfSpan(span: Span, today: string): Dates {
  const year = Number(today.slice(0, 4));
  const now = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  switch (span) {
    case 'today':
      return { from: today, until: today };
    case 'week':
      return { from: dateAfter(today, -6), until: today };
    case 'quarter':
      return quarter(year, now);
    case 'last-quarter':
      return quarter(year, now - 1);
    case 'year':
      return { from: `${year}-01-01`, until: `${year}-12-31` };
    case 'last-year':
      return { from: `${year - 1}-01-01`, until: `${year - 1}-12-31` };
    default:
      return span satisfies never;
  }
}

/** The span of the search, when it names one. */
export function spanOf(search: EventsSearch): Span | undefined {
  return spans.find((one) => one === search.span);
}

function isDate(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

function datesOf(search: EventsSearch, now: Date): Dates {
  const span = spanOf(search);
  return span === undefined ? search : datesOfSpan(span, civilDate(now));
}

/** The codes of a list of the search. */
export function codesIn(search: EventsSearch, name: Listed): readonly string[] {
  return (search[name] ?? '').split(',').filter((one) => one !== '');
}

/** The conditions of the search that can be read. */
export function conditionsOf(search: EventsSearch): readonly Condition[] {
  return (search.where ?? [])
    .map(parseCondition)
    .filter((one) => one !== undefined)
    .slice(0, mostConditions);
}

/** The search as the server takes it; what makes no sense is left out. */
export function filterOf(search: EventsSearch, now: Date): FilterQuery {
  const { from, until } = datesOf(search, now);
  const stream = streamNames.find((one) => one === search.stream);
  const subject = search.case?.trim() ?? '';
  const where = conditionsOf(search).map(textOfCondition);
  const lists = listed.map((name) => [name, codesIn(search, name).join(',')]).filter(([, codes]) => codes !== '');
  return {
    ...(stream !== undefined && { stream }),
    ...(Object.fromEntries(lists) as Partial<Record<Listed, string>>),
    ...(isDate(from) && { from: startOfDay(from) }),
    ...(isDate(until) && { until: new Date(Date.parse(startOfDay(dateAfter(until, 1))) - 1).toISOString() }),
    ...(subject.length >= shortestCase && { case: subject }),
    ...(where.length > 0 && { where }),
  };
}

/** Columns that are shown when none were picked. */
export const ordinaryColumns = [
  'time',
  'type',
  'code',
  'profession',
  'difficulty',
  'municipality',
  'by_organisation',
] as const satisfies readonly EventColumn[];

const mostColumns = 30;

/** True for a column of events; others are paths into the data. */
export function isEventColumn(column: string): column is EventColumn {
  return (eventColumnNames as readonly string[]).includes(column);
}

/** The columns of the search that exist, once each. */
export function columnsOf(search: EventsSearch): readonly string[] {
  const named = (search.columns ?? '').split(',').filter((one) => isEventColumn(one) || parsePath(one) !== undefined);
  return named.length === 0 ? ordinaryColumns : [...new Set(named)].slice(0, mostColumns);
}

/** The columns as the address carries them; the ordinary ones need no mention. */
export function columnsInSearch(columns: readonly string[]): string | undefined {
  const text = columns.join(',');
  return columns.length === 0 || text === ordinaryColumns.join(',') ? undefined : text;
}

/** Names of the search that decide which events are shown. */
export const filterNames = ['stream', ...listed, 'span', 'from', 'until', 'case', 'where'] as const;

/** A search without any filter; columns and the rest stay. */
export const noFilter = Object.fromEntries(filterNames.map((name) => [name, undefined])) as Record<
  (typeof filterNames)[number],
  undefined
>;

/** True when the search narrows the events. */
export function isFiltered(search: EventsSearch): boolean {
  return filterNames.some((name) => search[name] !== undefined);
}

/** True when imported history, which is of cases, may be what a filter misses: it looks among the cases and does not ask for it. */
export function hidesImported({ stream, type }: FilterQuery): boolean {
  return (stream ?? 'cases') === 'cases' && type?.split(',').includes(historyType) !== true;
}

const ownFilters: Partial<Record<EventColumn, 'stream' | 'case' | Listed>> = {
  stream: 'stream',
  type: 'type',
  profession: 'profession',
  difficulty: 'difficulty',
  municipality: 'municipality',
  code: 'case',
  subject: 'case',
};

const longestValue = 200;

/** The part of a search that also asks for this value in this column or path; undefined when no filter can. */
export function filterBy(search: EventsSearch, column: string, value: unknown): Partial<EventsSearch> | undefined {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  if (!isPlain || value === '' || String(value).length > longestValue) {
    return undefined;
  }
  const text = String(value);
  const own = isEventColumn(column) ? ownFilters[column] : undefined;
  if (own !== undefined) {
    return { [own]: text };
  }
  const condition = parseCondition(`${column} = ${text}`);
  return condition === undefined ? undefined : withCondition(search, condition);
}

/** The part of a search that has one condition more; the same twice is one, and there is room for a few only. */
export function withCondition(search: EventsSearch, condition: Condition): Partial<EventsSearch> {
  const text = textOfCondition(condition);
  const others = conditionsOf(search).map(textOfCondition);
  return { where: [...others.filter((one) => one !== text), text].slice(-mostConditions) };
}
