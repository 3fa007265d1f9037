import type { Series, SeriesReading, SeriesRecipe, SeriesRequest } from '#contracts/outside';
import { address, ask } from '../../client/api.js';
import type { Objection } from '../../client/problem.js';
import type { RowError } from '../../shared/row-errors.js';

/** One code of a dimension each, by the dimension's name. */
export type Choices = Readonly<Record<string, string>>;

/** What was answered to the questions of a file, by their keys. */
export type Answers = Readonly<Record<string, string>>;

/** How a file is to be read. */
export type Wishes = { readonly choices: Choices; readonly answers: Answers };

const pairOf = (said: string): [string, string] => [
  said.slice(0, said.indexOf(':')),
  said.slice(said.indexOf(':') + 1),
];

/** How the file of before was read, for the next one of its kind. */
export function wishesOf({ where, answers }: SeriesRecipe): Wishes {
  return { choices: Object.fromEntries(where.map(pairOf)), answers: Object.fromEntries(answers.map(pairOf)) };
}

const saidOf = (pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).flatMap(([name, value]) => (value === '' ? [] : [`${name}:${value}`]));

/** Reads row and column out of a place such as `rows.12.value`; anything else is a path. */
export function fileErrorOf({ path, message }: Objection): RowError {
  const [, row, column] = /^rows\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  return row === undefined
    ? { row: null, column: path === '' ? null : path, message }
    : { row: Number(row), column: column ?? null, message };
}

function send<Answer>(path: string, form: FormData, { choices, answers }: Wishes): Promise<Answer> {
  return ask<Answer>(address(`/outside/${path}`, { where: saidOf(choices), answer: saidOf(answers) }), {
    method: 'POST',
    body: form,
  });
}

/** What a file of statistics holds; nothing is stored. */
export function lookAt(file: File, wishes: Wishes): Promise<SeriesReading> {
  const form = new FormData();
  form.set('file', file);
  return send('readings', form, wishes);
}

/** Stores the series of a file in place of the one of that id: all of it, or nothing. */
export function importSeries(about: SeriesRequest, file: File, wishes: Wishes): Promise<Series> {
  const form = new FormData();
  form.set('series', JSON.stringify(about));
  form.set('file', file);
  return send('series', form, wishes);
}

/** An id made of a title: `Faillites, Bruxelles` becomes `faillites-bruxelles`. */
export function idOf(title: string): string {
  return title
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}
