import { columnLists } from '#contracts/analysis/codes';
import { region } from '#contracts/kernel/codes';
import { isHoliday } from '#domain/calendar';
import { columnTypes } from '../columns.js';
import { textOf } from './sql.js';
import { tables } from './tables.js';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2000, 0, 1) / dayMs;
const lastDay = Date.UTC(2060, 0, 1) / dayMs;

/** The statements that make what does not depend on the archive: labels, the working calendar, and the function that counts with it. */
export function groundStatements(): string[] {
  const { opens, closes } = region.calendar;
  const zone = textOf(region.timeZone);
  const minutesUntil = (moment: string) => `(
    SELECT minutes_before + CASE WHEN working THEN
             greatest(0, least(${closes}, date_diff('second', day::TIMESTAMP, timezone(${zone}, ${moment})) / 60.0) - ${opens})
           ELSE 0 END
      FROM working_days WHERE day = timezone(${zone}, ${moment})::DATE)`;
  return [
    `CREATE TABLE labels AS SELECT * FROM (VALUES ${labelRows().join(', ')}) AS one (${namesOf('labels')})`,
    `CREATE TABLE working_days AS
       SELECT day::DATE AS day, working,
              ((sum(working::INTEGER) OVER (ORDER BY day) - working::INTEGER) * ${closes - opens})::INTEGER AS minutes_before
         FROM (SELECT day, isodow(day) IN (${region.calendar.weekdays.join(', ')}) AND day::DATE NOT IN (${holidays().join(', ')})
                        AS working
                 FROM range(TIMESTAMP '2000-01-01', TIMESTAMP '2060-01-01', INTERVAL 1 DAY) AS days (day))`,
    `CREATE MACRO working_hours(since, until) AS (${minutesUntil('until')} - ${minutesUntil('since')}) / 60.0`,
  ];
}

function labelRows(): string[] {
  return Object.entries(columnLists).flatMap(([list, codes]) =>
    Object.entries(codes).map(([code, { label }]) => {
      const row = [list, code, label.fr, label.nl, label.en];
      return `(${row.map(textOf).join(', ')})`;
    }),
  );
}

/** Days that the week would have worked and the calendar does not. */
function holidays(): string[] {
  const days: string[] = [];
  for (let day = firstDay; day < lastDay; day += 1) {
    if (isHoliday(day, region.calendar)) {
      days.push(`DATE '${new Date(day * dayMs).toISOString().slice(0, 10)}'`);
    }
  }
  return days;
}

/** Which files hold what; absolute paths. */
export type Files = { readonly events: readonly string[]; readonly measures: readonly string[] };

/** The views over the files; without files they are empty and have the same columns. */
export function viewStatements({ events, measures }: Files): string[] {
  return [
    `CREATE VIEW events AS ${over(events, [...columnTypes])}`,
    `CREATE VIEW measures AS ${over(measures, typesOf('measures'))}`,
    `CREATE VIEW cases AS ${cases}`,
    `CREATE VIEW referrals AS ${referrals}`,
  ];
}

function typesOf(table: string): [string, string][] {
  return (tables.find((one) => one.name === table)?.columns ?? []).map(({ name, type }) => [name, type]);
}

function namesOf(table: string): string {
  return typesOf(table)
    .map(([name]) => name)
    .join(', ');
}

/** Files of before a column was added do not have it. */
function over(files: readonly string[], types: readonly (readonly [string, string])[]): string {
  const empty = `SELECT ${types.map(([name, type]) => `NULL::${type} AS "${name}"`).join(', ')} WHERE false`;
  return files.length === 0
    ? empty
    : `${empty} UNION ALL BY NAME SELECT * FROM read_parquet([${files.map(textOf).join(', ')}], union_by_name = true)`;
}

const caseType = (name: string) => `'relais.case.${name}.v1'`;
const facts = [
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
];

const cases = `
  SELECT case_id, code, opened_at,
         CASE WHEN reopened_last IS NULL OR closed_last > reopened_last THEN closed_at END AS closed_at,
         CASE WHEN reopened_last IS NULL OR closed_last > reopened_last THEN closed_with END AS outcome,
         ${facts.join(', ')}, referrals, hops, reopened, imported
    FROM (
      SELECT subject AS case_id, max(code) AS code,
             min(CASE type WHEN ${caseType('opened')} THEN time
                           WHEN ${caseType('imported')} THEN (data ->> '$.openedOn')::TIMESTAMPTZ END) AS opened_at,
             max(CASE type WHEN ${caseType('closed')} THEN time
                           WHEN ${caseType('imported')} THEN (data ->> '$.closedOn')::TIMESTAMPTZ END) AS closed_at,
             max(sequence) FILTER (type IN (${caseType('closed')}, ${caseType('imported')})) AS closed_last,
             max(sequence) FILTER (type = ${caseType('reopened')}) AS reopened_last,
             arg_max(outcome, sequence) FILTER (type IN (${caseType('closed')}, ${caseType('imported')})) AS closed_with,
             ${facts.map((fact) => `arg_max(${fact}, sequence) AS ${fact}`).join(', ')},
             count(*) FILTER (type = 'relais.referral.sent.v1')
               + coalesce(sum(json_array_length(data, '$.referrals')) FILTER (type = ${caseType('imported')}), 0)::BIGINT AS referrals,
             max(CASE type WHEN 'relais.referral.sent.v1' THEN hop
                           WHEN ${caseType('imported')} THEN list_max(json_extract(data, '$.referrals[*].hop')::INTEGER[]) END) AS hops,
             count(*) FILTER (type = ${caseType('reopened')}) AS reopened,
             bool_or(type = ${caseType('imported')}) AS imported
        FROM events WHERE stream = 'cases' GROUP BY subject)
   WHERE opened_at IS NOT NULL`;

const sent = (value: string) => `max(${value}) FILTER (type = 'relais.referral.sent.v1')`;
const when = (...types: string[]) =>
  `min(time) FILTER (type IN (${types.map((type) => `'relais.referral.${type}.v1'`).join(', ')}))`;
const sentFacts = [
  'sender',
  'profession',
  'organisation',
  'service',
  'hop',
  'municipality',
  'sector',
  'stage',
  'difficulty',
];

const live = `
  SELECT subject AS case_id, max(code) AS code, referral_id, ${sent("data ->> '$.parentReferralId'")} AS parent_referral_id,
         ${sentFacts.map((fact) => `${sent(fact)} AS ${fact}`).join(', ')},
         ${sent("coalesce(data ->> '$.urgency', urgency)")} AS urgency, ${when('sent')} AS sent_at,
         max(CASE type WHEN 'relais.referral.accepted.v1' THEN 'accepted'
                       WHEN 'relais.referral.declined.v1' THEN reason
                       WHEN 'relais.referral.expired.v1' THEN 'expired' END) AS answer,
         max(choice) FILTER (type = 'relais.referral.declined.v1') AS choice,
         ${when('accepted', 'declined', 'expired')} AS answered_at, ${when('first-contact-made')} AS first_contact_at,
         ${when('closed', 'recalled', 'released')} AS ended_at,
         max(outcome) FILTER (type = 'relais.referral.closed.v1') AS outcome,
         arg_max(CASE type
           WHEN 'relais.referral.sent.v1' THEN 'sent'
           WHEN 'relais.referral.accepted.v1' THEN 'accepted'
           WHEN 'relais.referral.first-contact-made.v1' THEN 'in-progress'
           WHEN 'relais.referral.resumed.v1' THEN 'in-progress'
           WHEN 'relais.referral.held.v1' THEN 'on-hold'
           WHEN 'relais.referral.recall-requested.v1' THEN 'recall-requested'
           WHEN 'relais.referral.kept.v1' THEN 'kept'
           WHEN 'relais.referral.declined.v1' THEN 'declined'
           WHEN 'relais.referral.expired.v1' THEN 'expired'
           WHEN 'relais.referral.released.v1' THEN 'released'
           WHEN 'relais.referral.recalled.v1' THEN 'recalled'
           WHEN 'relais.referral.closed.v1' THEN 'closed' END, sequence) AS state,
         false AS imported
    FROM events WHERE stream = 'cases' AND type LIKE 'relais.referral.%' AND referral_id IS NOT NULL
   GROUP BY subject, referral_id`;

const past = (field: string) => `one ->> '$.${field}'`;

const history = `
  SELECT subject AS case_id, code, ${past('from')} AS sender, ${past('to')} AS profession, (${past('hop')})::INTEGER AS hop,
         municipality, sector, stage, difficulty, urgency, (${past('sentOn')})::TIMESTAMPTZ AS sent_at, ${past('answer')} AS answer,
         (${past('answeredOn')})::TIMESTAMPTZ AS answered_at, (${past('firstContactOn')})::TIMESTAMPTZ AS first_contact_at,
         (${past('endedOn')})::TIMESTAMPTZ AS ended_at, ${past('outcome')} AS outcome,
         CASE ${past('answer')} WHEN 'accepted' THEN 'closed' WHEN 'expired' THEN 'expired'
           ELSE CASE WHEN ${past('answer')} IS NULL THEN 'released' ELSE 'declined' END END AS state,
         true AS imported
    FROM (SELECT *, unnest(json_extract(data, '$.referrals[*]')) AS one FROM events WHERE type = ${caseType('imported')})`;

const referrals = `
  SELECT ${namesOf('referrals')} FROM (
    SELECT * REPLACE (CASE WHEN state <> 'kept' THEN state WHEN first_contact_at IS NULL THEN 'accepted' ELSE 'in-progress' END AS state)
      FROM (${live}) WHERE sent_at IS NOT NULL
    UNION ALL BY NAME ${history})`;
