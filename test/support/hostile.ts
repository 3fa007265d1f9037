import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { exportOfCases, savedQuery } from './analysis-requests.js';
import { consent, facts } from './builders.js';
import { aboutSeries } from './series.js';

type Parameter = { readonly in: 'path' | 'query' | 'header'; readonly name: string };
type Described = {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
};

/** A route of the OpenAPI document. */
export type Route = {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Content type of what it takes. */
  readonly takes: string | undefined;
};

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> };

/** Every route there is, by the document that `npm run gen` made of them. */
export function routes(): Route[] {
  const { paths } = JSON.parse(readFileSync('libs/contracts/generated/openapi.json', 'utf8')) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      parameters,
      takes: Object.keys(requestBody?.content ?? {})[0],
    })),
  );
}

/** A value as it stands in an address, and as it stands in JSON; where one is missing it is not tried. */
export type Hostile = { readonly name: string; readonly url?: string; readonly json?: string };

const both = (name: string, text: string): Hostile => ({
  name,
  url: encodeURIComponent(text),
  json: JSON.stringify(text),
});

/** What no engine can store as a text. */
export const unwritable: readonly Hostile[] = [
  { name: 'U+0000', url: 'a%00b', json: String.raw`"a\u0000b"` },
  { name: 'half a character', url: 'abc%ED%A0%80', json: String.raw`"abc\ud800"` },
];

const digits = '9'.repeat(400);

/** What is a value, and means nothing anywhere. */
export const odd: readonly Hostile[] = [
  both('a moment of the year 0000', '0000-01-01T00:00:00.000Z'),
  both('a day of the year 0000', '0000-12-31'),
  { name: 'a week of the year 0000', url: '0000-W01' },
  { name: 'a number of 400 digits', url: digits, json: digits },
  { name: 'a whole number beyond 2^53', url: '9007199254740993' },
  { name: 'more than 2^31', url: '2147483648' },
  { name: 'less than nothing', url: '-1' },
  { name: 'nothing', url: '' },
];

const referralId = randomUUID();
const secret = 'A'.repeat(22);

/** Bodies that a route takes, together with every field it knows. */
export const bodies: Readonly<Record<string, readonly unknown[]>> = {
  'POST /api/v1/absences': [
    {
      membershipId: randomUUID(),
      substituteMembershipId: randomUUID(),
      from: '2126-12-20T10:00:00.000Z',
      until: '2126-12-24T10:00:00.000Z',
    },
  ],
  'PUT /api/v1/absences/{absenceId}': [
    { substituteMembershipId: randomUUID(), from: '2126-12-20T10:00:00.000Z', until: '2126-12-24T10:00:00.000Z' },
  ],
  'PUT /api/v1/members/{membershipId}': [
    {
      roles: ['actor'],
      serviceIds: ['bemediation-mediation'],
      successors: [{ serviceId: 'bemediation-mediation', membershipId: randomUUID() }],
    },
  ],
  'PUT /api/v1/members/{membershipId}/end': [
    {
      until: '2026-12-20T10:00:00.000Z',
      successors: [{ serviceId: 'bemediation-mediation', membershipId: randomUUID() }],
    },
  ],
  'POST /api/v1/invitations': [
    {
      mail: 'new@example.org',
      language: 'fr',
      organisationId: 'bemediation',
      roles: ['actor'],
      serviceIds: ['bemediation-mediation'],
    },
  ],
  'POST /api/v1/invitations/look': [{ secret }],
  'POST /api/v1/invitations/accept': [
    { secret, signedIn: false, name: 'Noor Vanderlinden', mail: 'new@example.org', language: 'nl' },
  ],
  'PUT /api/v1/session': [{ membershipId: randomUUID() }],
  'POST /api/v1/sign-in/codes': [{ mail: 'nobody@nowhere.example', language: 'fr' }],
  'POST /api/v1/sign-in/codes/use': [
    { by: 'code', attemptId: randomUUID(), code: 'R4K7-9TQZ' },
    { by: 'link', secret: 'never-sent-to-anybody0' },
  ],
  'POST /api/v1/sign-in/links': [{ secret: 'never-sent-to-anybody0' }],
  'POST /api/v1/session': [{ personId: 'nobody', membershipId: randomUUID() }],
  'POST /api/v1/passkeys': [
    {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA', transports: ['internal'] },
    },
  ],
  'POST /api/v1/passkeys/shown': [
    {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: { clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
    },
  ],
  'PUT /api/v1/own-data': [{ name: 'Sofie Maertens', language: 'nl' }],
  'POST /api/v1/own-data/erasure': [{ personId: 'nobody' }],
  'POST /api/v1/own-data/mail': [{ mail: 'new@example.org' }],
  'PUT /api/v1/own-data/mail': [{ attemptId: randomUUID(), code: 'R4K7-9TQZ' }],
  'PUT /api/v1/people/{personId}': [{ name: 'Sofie Maertens', language: 'nl', mail: 'new@example.org' }],
  'POST /api/v1/accounts': [{ providerId: 'nowhere' }],
  'POST /api/v1/sign-in/providers/{providerId}': [
    { purpose: 'invitation', to: '/welcome', secret: 'x'.repeat(22), name: 'Noor Vanderlinden', language: 'nl' },
    { purpose: 'sign-in', to: '/cases' },
  ],
  'POST /api/v1/cases': [
    { facts: facts(), consent: consent(), note: 'Une note.', actingServiceId: 'bemediation-mediation' },
  ],
  'POST /api/v1/cases/{caseId}/commands': [
    { type: 'add-note', note: 'Une note.' },
    { type: 'hold', referralId, reason: 'awaiting-documents', until: '2026-12-20T10:00:00.000Z' },
    { type: 'renew-consent', consent: consent() },
    { type: 'amend-facts', facts: facts() },
    { type: 'record-follow-up', month: 1, status: 'active' },
    { type: 'record-progress', referralId, step: 'plan', note: 'Une note.' },
    { type: 'hand-on', referralId, serviceIds: ['itaa-accountants'], mode: 'each', message: 'Un mot.' },
    {
      type: 'refer',
      serviceIds: ['itaa-accountants'],
      mode: 'each',
      proposesLead: false,
      message: 'Un mot.',
      actingServiceId: 'bemediation-mediation',
    },
  ],
  'PUT /api/v1/directory/services/{serviceId}/capacity': [{ capacity: 'available' }],
  'POST /api/v1/operations/dead-letters/redrive': [{ reason: 'schema' }],
  'POST /api/v1/packs': [{ since: '2026-01-01', until: '2026-02-01', language: 'fr' }],
  'POST /api/v1/shared-figures': [
    {
      question: {
        cube: 'opened',
        by: ['stage'],
        where: ['stage:distress'],
        from: '2026-W01',
        to: '2026-W02',
        grain: 'total',
      },
      remark: 'Une remarque.',
      pinned: false,
    },
  ],
  'POST /api/v1/packs/{packId}/withdrawal': [{ reason: 'mistaken' }],
  'POST /api/v1/shared-figures/{figureId}/withdrawal': [{ reason: 'mistaken' }],
  'PUT /api/v1/shared-figures/{figureId}/pinned': [{ pinned: true }],
  'POST /api/v1/analysis/runs': [{ sql: 'SELECT $a', parameters: { a: 'x' }, queryId: 'one' }],
  'POST /api/v1/analysis/exports': [
    exportOfCases('csv', {
      filter: { stream: 'cases', from: '2026-01-01T00:00:00.000Z', case: 'R4K7', where: '$.outcome = helped' },
    }),
    { of: 'query', format: 'csv', run: { sql: 'SELECT $a', parameters: { a: 'x' } } },
  ],
  'POST /api/v1/analysis/saved': [
    savedQuery('une', false),
    {
      name: 'vue',
      shared: false,
      content: { kind: 'view', search: { case: 'R4K7', where: ['x'] }, columns: ['type'] },
    },
  ],
  'PUT /api/v1/analysis/saved/{savedId}': [savedQuery('une', false)],
  'PUT /api/v1/analysis/settings': [{ exportsAllowed: true }],
  /** The description of a series, a field of the form. */
  'POST /api/v1/outside/series': [aboutSeries()],
};

/** What stands in the path of an address, by the name of its part. */
const parts: Readonly<Record<string, string>> = {
  caseId: randomUUID(),
  savedId: randomUUID(),
  exportId: randomUUID(),
  batchId: randomUUID(),
  deadLetterId: randomUUID(),
  absenceId: randomUUID(),
  membershipId: randomUUID(),
  personId: 'nobody',
  invitationId: randomUUID(),
  packId: randomUUID(),
  figureId: randomUUID(),
  accountId: randomUUID(),
  providerId: 'nowhere',
  serviceId: 'bemediation-mediation',
  seriesId: 'never-imported',
  stream: 'cases',
  subject: 'R4K7-9TQZ',
  sequence: '1',
  cube: 'opened',
  epochId: '2026-W01',
  type: 'relais.case.opened.v1',
};

/** The address of a route, with these in place of what stands in it otherwise. */
export function pathOf({ path }: Route, other: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => other[name] ?? parts[name] ?? '');
}

const mark = '@@hostile@@';

/** A body with one value in place of each of its own, and one key more in each of its objects: the place, and the JSON. */
export function mutations(body: unknown, json: string): { readonly place: string; readonly text: string }[] {
  const found: { place: string; text: string }[] = [];
  const visit = (value: unknown, place: string, put: (other: unknown) => unknown) => {
    const written = (other: unknown) => JSON.stringify(put(other));
    found.push({ place, text: written(mark).replace(`"${mark}"`, () => json) });
    if (Array.isArray(value)) {
      value.forEach((one, at) => visit(one, `${place}.${at}`, (other) => put(value.with(at, other))));
    } else if (typeof value === 'object' && value !== null) {
      const key = json.startsWith('"') ? json : JSON.stringify(json);
      found.push({
        place: `a key of ${place}`,
        text: written({ ...value, [mark]: 1 }).replace(`"${mark}"`, () => key),
      });
      for (const [name, one] of Object.entries(value)) {
        visit(one, `${place}.${name}`, (other) => put({ ...value, [name]: other }));
      }
    }
  };
  visit(body, 'body', (other) => other);
  return found;
}
