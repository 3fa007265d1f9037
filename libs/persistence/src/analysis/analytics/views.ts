import { eventColumns, type EventColumn } from '#contracts/analysis/codes';
import { cubes, exactCubes } from '#contracts/monitoring/codes';
import { quoted, statementsOf, type View, type ViewColumn } from './view.js';

const factColumns = [
  'municipality',
  'sector',
  'legal_form',
  'size_band',
  'age_band',
  'stage',
  'channel',
  'urgency',
  'languages',
  'difficulty',
  'difficulties',
] as const satisfies readonly EventColumn[];

function facts(from: string, names: readonly EventColumn[], when: string): ViewColumn[] {
  return names.map((name) => [name, `${from}.${name}`, `${eventColumns[name].meaning.en}, ${when}`]);
}

const events: View = {
  name: 'events',
  meaning: 'Every event of every stream, coded, without persons and notes; the newest has the highest position.',
  columns: Object.entries(eventColumns).map(([name, { meaning }]) => [name, `event.${name}`, meaning.en]),
  from: 'FROM archive.event',
};

const cases: View = {
  name: 'cases',
  meaning: 'One row per case, imported ones included, with its facts as they are known now.',
  columns: [
    ['case_id', 'known.subject', 'random id of the case'],
    ['code', 'newest.code', 'short code of the case'],
    ['imported', 'known.imported', 'true for a closed case from before Relais'],
    ['opened_at', 'known.opened_at', 'when it was opened (UTC)'],
    ['closed_at', 'CASE WHEN known.closed THEN known.closed_at END', 'when it was closed (UTC); null while it is open'],
    ['outcome', 'CASE WHEN known.closed THEN known.outcome END', 'how it ended; null while it is open'],
    ['reopenings', 'known.reopenings', 'how often it was opened again'],
    ['referrals', 'known.referrals', 'how many services were asked for help'],
    ['queued', 'known.queued', 'how often it came into the dispatch queue'],
    ...facts('newest', factColumns, 'as known now'),
  ],
  from: `
      FROM (
        SELECT subject,
               bool_or(type = 'relais.case.imported.v1') AS imported,
               min(CASE type WHEN 'relais.case.opened.v1' THEN time
                             WHEN 'relais.case.imported.v1' THEN (data->>'openedOn')::timestamptz END) AS opened_at,
               max(CASE type WHEN 'relais.case.closed.v1' THEN time
                             WHEN 'relais.case.imported.v1' THEN (data->>'closedOn')::timestamptz END) AS closed_at,
               coalesce(max(sequence) FILTER (WHERE type IN ('relais.case.closed.v1', 'relais.case.imported.v1')), 0)
                 > coalesce(max(sequence) FILTER (WHERE type = 'relais.case.reopened.v1'), 0) AS closed,
               (array_agg(outcome ORDER BY sequence DESC)
                 FILTER (WHERE type IN ('relais.case.closed.v1', 'relais.case.imported.v1')))[1] AS outcome,
               count(*) FILTER (WHERE type = 'relais.case.reopened.v1')::integer AS reopenings,
               (count(*) FILTER (WHERE type = 'relais.referral.sent.v1')
                 + coalesce(max(jsonb_array_length(data->'referrals')), 0))::integer AS referrals,
               count(*) FILTER (WHERE type = 'relais.case.queued-for-dispatch.v1')::integer AS queued
          FROM archive.event WHERE stream = 'cases' GROUP BY subject
      ) known
      JOIN (
        SELECT DISTINCT ON (subject) subject, code, ${factColumns.join(', ')}
          FROM archive.event WHERE stream = 'cases' ORDER BY subject, sequence DESC
      ) newest USING (subject)`,
};

const referralFacts = ['municipality', 'sector', 'stage', 'difficulty'] as const satisfies readonly EventColumn[];

/** The first event of a type after a referral was sent. */
function firstTime(type: string): string {
  return `min(time) FILTER (WHERE type = 'relais.referral.${type}.v1')`;
}

const referrals: View = {
  name: 'referrals',
  meaning: 'One row per request of help, with what became of it; those of imported cases have no service.',
  columns: [
    ['case_id', 'one.case_id', 'random id of the case'],
    ['code', 'one.code', 'short code of the case'],
    ['referral_id', 'one.referral_id', 'random id of the referral; null for an imported one'],
    ['imported', 'one.imported', 'true for a referral from before Relais'],
    ['sent_at', 'one.sent_at', 'when help was asked (UTC)'],
    ['sender', 'one.sender', 'who referred: profession, first-line or coordination'],
    ['profession', 'one.profession', 'profession that is asked for help'],
    ['organisation', 'one.organisation', 'organisation that is asked for help'],
    ['service', 'one.service', 'service that is asked for help'],
    ['hop', 'one.hop', 'referrals before this one in its chain'],
    ['accepted_at', 'one.accepted_at', 'when it was accepted (UTC)'],
    ['declined_at', 'one.declined_at', 'when it was declined (UTC)'],
    ['decline_reason', 'one.decline_reason', 'why it was declined'],
    ['decline_choice', 'one.decline_choice', 'whose choice it was: capacity, entrepreneur, out-of-remit or service'],
    ['first_contact_at', 'one.first_contact_at', 'when the service met the entrepreneur (UTC)'],
    ['expired_at', 'one.expired_at', 'when it expired unanswered (UTC)'],
    ['recalled_at', 'one.recalled_at', 'when it was called back (UTC)'],
    ['released_at', 'one.released_at', 'when another service took the offer (UTC)'],
    ['ended_at', 'one.ended_at', 'when the help ended (UTC)'],
    ['outcome', 'one.outcome', 'how the help ended'],
    ...facts('one', referralFacts, 'when help was asked'),
  ],
  from: `
      FROM (
        SELECT sent.subject AS case_id, sent.code, sent.referral_id, false AS imported, sent.time AS sent_at, sent.sender,
               sent.profession, sent.organisation, sent.service, sent.hop, after.*, ${referralFacts.map((name) => `sent.${name}`).join(', ')}
          FROM archive.event sent
          LEFT JOIN (
            SELECT subject AS after_case, referral_id AS after_referral,
                   ${firstTime('accepted')} AS accepted_at, ${firstTime('declined')} AS declined_at,
                   min(reason) FILTER (WHERE type = 'relais.referral.declined.v1') AS decline_reason,
                   min(choice) FILTER (WHERE type = 'relais.referral.declined.v1') AS decline_choice,
                   ${firstTime('first-contact-made')} AS first_contact_at, ${firstTime('expired')} AS expired_at,
                   ${firstTime('recalled')} AS recalled_at, ${firstTime('released')} AS released_at,
                   ${firstTime('closed')} AS ended_at,
                   min(outcome) FILTER (WHERE type = 'relais.referral.closed.v1') AS outcome
              FROM archive.event WHERE stream = 'cases' AND type LIKE 'relais.referral.%' GROUP BY subject, referral_id
          ) after ON after_case = sent.subject AND after_referral = sent.referral_id
         WHERE sent.type = 'relais.referral.sent.v1'
        UNION ALL
        SELECT event.subject, event.code, NULL, true, (past->>'sentOn')::timestamptz, past->>'from',
               past->>'to', NULL, NULL, (past->>'hop')::integer, event.subject, NULL,
               CASE WHEN past->>'answer' = 'accepted' THEN (past->>'answeredOn')::timestamptz END,
               CASE WHEN past->>'answer' NOT IN ('accepted', 'expired') THEN (past->>'answeredOn')::timestamptz END,
               CASE WHEN past->>'answer' NOT IN ('accepted', 'expired') THEN past->>'answer' END,
               NULL,
               (past->>'firstContactOn')::timestamptz,
               CASE WHEN past->>'answer' = 'expired' THEN (past->>'answeredOn')::timestamptz END,
               NULL, NULL, (past->>'endedOn')::timestamptz, past->>'outcome',
               ${referralFacts.map((name) => `event.${name}`).join(', ')}
          FROM archive.event, jsonb_array_elements(event.data->'referrals') past
         WHERE event.type = 'relais.case.imported.v1'
      ) one`,
};

const measures: View = {
  name: 'measures',
  meaning:
    'Exact weekly counts: one row per cube, week and combination of codes, the figures of the dashboard before rounding.',
  columns: [
    ['cube', 'cell.cube', 'what is counted, such as sent, answered or opened'],
    ['week', 'cell.week', 'ISO week in the civil time of the region, such as 2026-W09'],
    ['codes', 'cell.codes', 'the combination: an object with the code of each dimension of the cube'],
    ['imported', 'cell.imported', 'true for what happened before Relais'],
    ['count', 'cell.count', 'how many'],
  ],
  from: 'FROM analytics.measure_cells() cell',
};

function dimensionRows(): string {
  return Object.entries({ ...cubes, ...exactCubes })
    .map(([cube, { dimensions }]) => `(${quoted(cube)}, ARRAY[${dimensions.map(quoted).join(', ')}])`)
    .join(', ');
}

/**
 * The statements that make schema `analytics`, what outside tools read. A rebuild puts another schema in the place of `projection`:
 * a view on its tables would follow them into the bin, so the measures come from a function whose text is read when it is called.
 */
export function analyticsViews(): string {
  return `
    CREATE SCHEMA analytics;
    COMMENT ON SCHEMA analytics IS 'What outside tools may read of Relais: coded, without persons and notes.';

    CREATE FUNCTION analytics.measure_cells()
      RETURNS TABLE (cube text, week text, codes jsonb, imported boolean, count integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $body$
        SELECT cell.cube, cell.week,
               to_jsonb(jsonb_object(shape.dimensions, (ARRAY[a, b, c, d])[1:cardinality(shape.dimensions)])),
               cell.imported, cell.count
          FROM projection.measure_week cell
          JOIN (VALUES ${dimensionRows()}) AS shape (cube, dimensions) ON shape.cube = cell.cube
      $body$;
    COMMENT ON FUNCTION analytics.measure_cells() IS 'The rows of analytics.measures.';
    ${[events, cases, referrals, measures].map(statementsOf).join('')}
  `;
}
