import type { FreeText } from './free-text.js';

const filter = ['query:type', 'query:case', 'query:where', 'query:where[]'];
const filterCodes = ['query:profession', 'query:difficulty', 'query:municipality'];
const events = ['GET /api/v1/analysis/events', 'GET /api/v1/analysis/events/count', 'GET /api/v1/analysis/events/tail'];
const cubes = [
  'GET /api/v1/monitoring/exact/cubes/{cube}',
  'GET /api/v1/monitoring/published/cubes/{cube}',
  'GET /api/v1/monitoring/published/cubes/{cube}.csv',
  'GET /api/v1/monitoring/published/cubes/{cube}.xlsx',
  'GET /api/v1/public/monitoring/cubes/{cube}',
];
const saved = ['POST /api/v1/analysis/saved', 'PUT /api/v1/analysis/saved/{savedId}'];

const on = (routes: readonly string[], places: readonly string[]) =>
  Object.fromEntries(routes.map((route) => [route, places]));

/** Every text that somebody can write, and what guards it. The edge guards by this table, and a test finds a text that is not in it. */
export const freeTexts: Readonly<Record<string, FreeText>> = {
  note: {
    in: { 'POST /api/v1/cases': ['note'], 'POST /api/v1/cases/{caseId}/commands': ['note', 'message'] },
    guard: 'refused',
    kept: { at: ['relais.note.ciphertext'], readers: 'parties', goes: 'with-consent' },
  },
  /** Cells are codes and dates; the reader of the file guards what is none, and keeps none of it. */
  'imported cases': { in: { 'POST /api/v1/imports': [''] }, guard: 'refused' },
  'name of what is saved': {
    in: on(saved, ['name']),
    guard: 'refused',
    kept: { at: ['relais.saved.name'], readers: 'analysts', goes: 'removed' },
  },
  'saved view': {
    in: on(saved, ['content.search.*', 'content.search.*[]']),
    guard: 'refused',
    kept: { at: ['relais.saved.content'], readers: 'analysts', goes: 'removed' },
  },
  'saved query': {
    in: on(saved, ['content.sql']),
    guard: 'refused-sql',
    kept: { at: ['relais.saved.content'], readers: 'analysts', goes: 'removed' },
  },
  'values of a saved query': {
    in: on(saved, ['content.parameters.*']),
    guard: 'refused',
    kept: { at: ['relais.saved.content'], readers: 'analysts', goes: 'removed' },
  },
  'names within what is saved': {
    in: on(saved, [
      'content.search.{}',
      'content.columns[]',
      'content.parameters.{}',
      'content.chart.x',
      'content.chart.y',
      'content.chart.series',
    ]),
    guard: 'refused-id',
    kept: { at: ['relais.saved.content'], readers: 'analysts', goes: 'removed' },
  },
  'query that is run': {
    in: {
      'POST /api/v1/analysis/runs': ['sql', 'parameters.*', 'parameters.{}', 'queryId'],
      'POST /api/v1/analysis/exports': ['run.sql', 'run.parameters.*', 'run.parameters.{}', 'run.queryId'],
    },
    guard: 'covered',
    kept: {
      at: ['relais.analysis_audit.subject', 'relais.analysis_audit.query_id'],
      readers: 'administrators',
      goes: 'never',
    },
  },
  'search for events': {
    in: {
      ...on(events, filter),
      'GET /api/v1/analysis/events/{stream}/{subject}/{sequence}': ['path:subject'],
      'POST /api/v1/analysis/exports': ['filter.type', 'filter.case', 'filter.where', 'filter.where[]', 'columns[]'],
    },
    guard: 'covered',
    kept: { at: ['relais.analysis_audit.subject'], readers: 'administrators', goes: 'never' },
  },
  remark: {
    in: { 'POST /api/v1/shared-figures': ['remark'] },
    guard: 'refused',
    kept: {
      at: ['relais.shared_figure.remark', 'relais.pack.figures', 'relais.pack.document', 'relais.pack_pdf.pdf'],
      readers: 'everybody',
      goes: 'withdrawn',
    },
  },
  'words about a series': {
    in: {
      'POST /api/v1/outside/series': [
        'series.title.fr',
        'series.title.nl',
        'series.title.en',
        'series.unit.fr',
        'series.unit.nl',
        'series.unit.en',
      ],
    },
    guard: 'refused',
    kept: {
      at: ['relais.outside_series.title', 'relais.outside_series.unit'],
      readers: 'members',
      goes: 'removed',
    },
  },
  /** It stays with the hash of what was removed, so it must name nobody from the beginning. */
  'id of a series': {
    in: { 'POST /api/v1/outside/series': ['series.seriesId'] },
    guard: 'refused-id',
    kept: {
      at: ['relais.outside_series.series_id', 'relais.outside_point.series_id', 'relais.outside_version.series_id'],
      readers: 'members',
      goes: 'never',
    },
  },
  'source of a series': {
    in: { 'POST /api/v1/outside/series': ['series.source', 'series.sourceUrl', 'series.licence'] },
    guard: 'refused-but-address',
    kept: {
      at: ['relais.outside_series.source', 'relais.outside_series.source_url', 'relais.outside_series.licence'],
      readers: 'members',
      goes: 'removed',
    },
  },
  /** Periods, places and numbers; a file that holds anything else in their columns is refused. */
  'file of a series': {
    in: { 'POST /api/v1/outside/series': ['file'] },
    guard: 'ours',
  },
  /** Names of columns and codes of a file, for the next one of its kind; what the file does not have is not kept. */
  'recipe of a series': {
    in: {
      'POST /api/v1/outside/series': ['query:where', 'query:where[]', 'query:answer', 'query:answer[]'],
    },
    guard: 'refused',
    kept: { at: ['relais.outside_series.recipe'], readers: 'members', goes: 'removed' },
  },
  'name of a person who works here': {
    in: {
      'POST /api/v1/invitations/accept': ['name'],
      'PUT /api/v1/own-data': ['name'],
      'PUT /api/v1/people/{personId}': ['name'],
      'POST /api/v1/sign-in/providers/{providerId}': ['name'],
    },
    guard: 'their-own',
    kept: { at: ['relais.person.name', 'relais.sign_in_flow.joiner_name'], readers: 'members', goes: 'removed' },
  },
  /** A letter holds what was written to its reader, with the names of persons and organisations. */
  'mail of a person who works here': {
    in: {
      'POST /api/v1/invitations': ['mail'],
      'POST /api/v1/invitations/accept': ['mail'],
      'POST /api/v1/own-data/mail': ['mail'],
      'PUT /api/v1/people/{personId}': ['mail'],
    },
    guard: 'their-own',
    kept: {
      at: [
        'relais.person.mail',
        'relais.invitation.mail',
        'relais.mail_change.mail',
        'relais.letter.to_mail',
        'relais.letter.subject',
        'relais.letter.body',
      ],
      readers: 'administrators',
      goes: 'removed',
    },
  },
  'what is known here': {
    in: {
      'POST /api/v1/invitations': ['organisationId', 'serviceIds[]'],
      'POST /api/v1/invitations/look': ['secret'],
      'POST /api/v1/invitations/accept': ['secret'],
      'PUT /api/v1/members/{membershipId}': ['serviceIds[]', 'successors[].serviceId'],
      'PUT /api/v1/members/{membershipId}/end': ['successors[].serviceId'],
      ...on(events, filterCodes),
      'POST /api/v1/analysis/exports': ['filter.profession', 'filter.difficulty', 'filter.municipality'],
      'POST /api/v1/shared-figures': ['question.where[]'],
      'POST /api/v1/session': ['personId'],
      'POST /api/v1/accounts': ['providerId'],
      'POST /api/v1/own-data/erasure': ['personId'],
      'POST /api/v1/providers/{providerId}/test': ['path:providerId'],
      'POST /api/v1/sign-in/providers/{providerId}': ['path:providerId', 'to', 'secret'],
      'POST /api/v1/cases': ['actingServiceId'],
      'POST /api/v1/cases/{caseId}/commands': ['serviceIds[]', 'actingServiceId'],
      'PUT /api/v1/directory/services/{serviceId}/capacity': ['path:serviceId'],
      'DELETE /api/v1/outside/series/{seriesId}': ['path:seriesId'],
      'DELETE /api/v1/passkeys/of/{personId}': ['path:personId'],
      'PUT /api/v1/people/{personId}': ['path:personId'],
      'DELETE /api/v1/people/{personId}': ['path:personId'],
    },
    guard: 'ours',
  },
  /** Only its hash is kept. */
  key: {
    in: on(
      [
        'POST /api/v1/cases',
        'POST /api/v1/cases/{caseId}/commands',
        'POST /api/v1/monitoring/epochs',
        'PUT /api/v1/directory/services/{serviceId}/capacity',
      ],
      ['header:Idempotency-Key'],
    ),
    guard: 'passing',
  },
  /** Whoever has the address is known here or nothing is kept of it; of codes and links only hashes are. */
  'what somebody signs in with': {
    in: {
      'POST /api/v1/sign-in/codes': ['mail'],
      'POST /api/v1/sign-in/codes/use': ['code', 'secret'],
      'POST /api/v1/sign-in/links': ['secret'],
      'PUT /api/v1/own-data/mail': ['code'],
    },
    guard: 'passing',
  },
  /** Bytes that a device signed for what it was asked just before; what does not hold is refused. */
  'what a passkey signs': {
    in: {
      'POST /api/v1/passkeys': [
        'id',
        'rawId',
        'response.clientDataJSON',
        'response.attestationObject',
        'response.transports[]',
      ],
      'POST /api/v1/passkeys/shown': [
        'id',
        'rawId',
        'response.clientDataJSON',
        'response.authenticatorData',
        'response.signature',
        'response.userHandle',
      ],
    },
    guard: 'ours',
  },
  'what is looked for': {
    in: {
      ...on(cubes, ['query:by', 'query:where', 'query:where[]']),
      'GET /api/v1/analysis/audit': ['query:personId'],
      'GET /api/v1/audit': ['query:personId'],
      'GET /api/v1/analysis/events': ['query:after'],
      'GET /api/v1/analysis/events/tail': ['header:Last-Event-ID'],
      'GET /api/v1/cases': ['query:code', 'query:cursor'],
      'GET /api/v1/directory/services': ['query:q'],
      'GET /api/v1/people/{personId}/data': ['path:personId'],
      'GET /api/v1/people/{personId}/erasure': ['path:personId'],
      'GET /api/v1/inbox': ['query:serviceId', 'query:cursor'],
      'POST /api/v1/outside/readings': ['file', 'query:where', 'query:where[]', 'query:answer', 'query:answer[]'],
      'GET /api/v1/outside/series/{seriesId}': ['path:seriesId', 'query:municipality'],
      'GET /api/v1/outside/series/{seriesId}.csv': ['path:seriesId', 'query:municipality'],
      'GET /api/v1/outside/series/{seriesId}.xlsx': ['path:seriesId', 'query:municipality'],
      'GET /api/v1/sign-in/callback': ['query:state', 'query:code', 'query:iss', 'query:error'],
      'GET /api/v1/stream': ['header:Last-Event-ID'],
      'GET /schemas/{type}': ['path:type'],
    },
    guard: 'passing',
  },
};
