import type pg from 'pg';
import { codesOf, difficulties, professions, region } from '#contracts/kernel/codes';

const chunk = 500_000;

/** What happens in a case, step by step; a step that is not of a referral has no profession. */
const steps = [
  ['relais.case.opened.v1'],
  ['relais.referral.sent.v1'],
  ['relais.referral.reminded.v1', 'relais.referral.sent.v1', 'relais.case.note-added.v1'],
  ['relais.referral.accepted.v1', 'relais.referral.declined.v1', 'relais.referral.expired.v1'],
  ['relais.referral.first-contact-made.v1', 'relais.referral.sent.v1'],
  ['relais.referral.progressed.v1', 'relais.referral.held.v1', 'relais.case.facts-amended.v1'],
  ['relais.referral.progressed.v1', 'relais.referral.resumed.v1', 'relais.case.note-added.v1'],
  ['relais.referral.closed.v1', 'relais.referral.recalled.v1'],
  ['relais.case.closed.v1'],
  ['relais.case.follow-up-due.v1', 'relais.case.reopened.v1'],
];

/** Codes of a list with the first far more frequent than the last, and one that only the oldest tenth has. */
const skewed = (of: string, seed: number) =>
  `($1::jsonb #>> ARRAY['${of}', floor(power(mod(one.number::bigint * ${seed}, 9973) / 9973.0, 2) * jsonb_array_length($1::jsonb -> '${of}'))::int::text])`;

/**
 * Fills the archive with so many events of three years, in the order of time: ten to a case, codes unevenly frequent, and imported history
 * that is all old. Made in PostgreSQL, since millions of played events would take longer than the measuring.
 */
export async function fillArchive(sql: pg.Client, events: number): Promise<void> {
  const lists = JSON.stringify({
    difficulty: codesOf(difficulties),
    municipality: codesOf(region.municipalities),
    profession: codesOf(professions),
    steps,
  });
  for (let from = 0; from < events; from += chunk) {
    const until = Math.min(events, from + chunk);
    await sql.query(statement, [lists, from, until, events]);
  }
  await sql.query(`SELECT setval('archive.event_positions', $1)`, [events]);
  await sql.query('VACUUM (ANALYZE) archive.event');
}

const statement = `
  INSERT INTO archive.event (position, stream, type, subject, code, sequence, event_id, time, by_kind, municipality, sector,
    difficulty, difficulties, referral_id, profession, hop, data, topic, partition, "offset")
  SELECT one.n + 1, 'cases', kind.type, who.subject, who.code, one.step + 1, who.subject || ':' || one.step + 1,
         date_trunc('milliseconds', now() - interval '3 years' + interval '3 years' * ((one.n - one.step * 0.9) / $4::float8)),
         'person', ${skewed('municipality', 7919)}, 'horeca', ${skewed('difficulty', 6007)},
         ARRAY[${skewed('difficulty', 6007)}], CASE WHEN kind.type LIKE '%referral%' THEN who.subject END,
         CASE WHEN kind.type LIKE '%referral%' THEN ${skewed('profession', 4999)} END, one.step % 3,
         jsonb_build_object('referralId', who.subject, 'to', jsonb_build_object('profession', ${skewed('profession', 4999)}),
                            'step', one.step, 'answerBy', now(), 'text', repeat('x', 300)),
         'relais.cases.v1', 0, one.n
    FROM (SELECT n, n / 10 AS number, n % 10 AS step FROM generate_series($2::int, $3::int - 1) n) one
    CROSS JOIN LATERAL (SELECT md5(one.number::text) AS hash OFFSET 0) made
    CROSS JOIN LATERAL (SELECT made.hash::uuid::text AS subject,
                               upper(left(made.hash, 4) || '-' || right(made.hash, 4)) AS code) who
    CROSS JOIN LATERAL (SELECT CASE WHEN one.n < $4::int / 10 AND one.step = 0 THEN 'relais.case.imported.v1'
                                    ELSE $1::jsonb #>> ARRAY['steps', one.step::text,
                                      (one.number % jsonb_array_length($1::jsonb -> 'steps' -> one.step))::text] END AS type) kind`;
