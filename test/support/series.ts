import type { SeriesRequest } from '#contracts/outside';
import { mustBeDocumented } from './documented.js';
import type { Answer, Client } from './http.js';

/** What is said of an invented series. */
export function aboutSeries(change: Partial<SeriesRequest> = {}): SeriesRequest {
  return {
    seriesId: 'bankruptcies',
    title: { fr: 'Faillites', nl: 'Faillissementen', en: 'Bankruptcies' },
    unit: { fr: 'faillites', nl: 'faillissementen', en: 'bankruptcies' },
    source: 'Office inventé',
    sourceUrl: 'https://statistics.example/bankruptcies',
    licence: 'CC BY 4.0',
    publishedOn: '2026-11-10',
    adds: true,
    counts: null,
    ...change,
  };
}

/** A file, with a description or without one, as a browser sends it. */
export function formOf(file: string, about?: unknown): FormData {
  const form = new FormData();
  if (about !== undefined) {
    form.set('series', JSON.stringify(about));
  }
  form.set('file', new Blob([file]), 'statistics');
  return form;
}

/** Sends a form to a path after `/api/v1`. */
export async function postForm<Body>(
  client: Client,
  path: string,
  form: FormData,
  language = 'en',
): Promise<Answer<Body>> {
  const { apiUrl, cookie } = client;
  const response = await fetch(`${apiUrl}/api/v1${path}`, {
    method: 'POST',
    headers: { cookie, 'accept-language': language },
    body: form,
  });
  mustBeDocumented('POST', response.url, response);
  const parsed: unknown = await response.json();
  return {
    status: response.status,
    headers: response.headers,
    body: parsed as Body,
    problem: parsed as Answer<Body>['problem'],
  };
}
