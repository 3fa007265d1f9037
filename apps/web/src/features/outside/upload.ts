import type { Series, SeriesReading, SeriesRequest } from '#contracts/outside';
import { address, ask } from '../../client/api.js';
import type { Objection } from '../../client/problem.js';
import type { RowError } from '../../shared/row-errors.js';

/** One code of a dimension each, by the dimension's name. */
export type Choices = Readonly<Record<string, string>>;

/** Reads row and column out of a place such as `rows.12.value`; anything else is a path. */
export function fileErrorOf({ path, message }: Objection): RowError {
  const [, row, column] = /^rows\.(\d+)(?:\.(.+))?$/.exec(path) ?? [];
  return row === undefined
    ? { row: null, column: path === '' ? null : path, message }
    : { row: Number(row), column: column ?? null, message };
}

function send<Answer>(path: string, form: FormData, choices: Choices): Promise<Answer> {
  const where = Object.entries(choices).map(([name, code]) => `${name}:${code}`);
  return ask<Answer>(address(`/outside/${path}`, { where }), { method: 'POST', body: form });
}

/** What a file of statistics holds; nothing is stored. */
export function lookAt(file: File, choices: Choices): Promise<SeriesReading> {
  const form = new FormData();
  form.set('file', file);
  return send('readings', form, choices);
}

/** Stores the series of a file in place of the one of that id: all of it, or nothing. */
export function importSeries(about: SeriesRequest, file: File, choices: Choices): Promise<Series> {
  const form = new FormData();
  form.set('series', JSON.stringify(about));
  form.set('file', file);
  return send('series', form, choices);
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
