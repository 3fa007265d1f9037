import { quarter, within, year, type Ready } from './ready.js';

/** How cases are handed on. */
export const chainQueries: readonly Ready[] = [
  {
    queryId: 'handed-on',
    question: {
      fr: 'Quels dossiers d’un secteur ont été passés plus loin deux fois ou plus ?',
      nl: 'Welke dossiers van een sector werden twee keer of meer doorgegeven?',
      en: 'Which cases of a sector were handed on twice or more?',
    },
    explanation: {
      fr: 'Dossiers ouverts dans la période ; les professions dans l’ordre où elles ont été demandées.',
      nl: 'Dossiers geopend in de periode; de beroepen in de volgorde waarin ze gevraagd werden.',
      en: 'Cases opened in the time; the professions in the order in which they were asked.',
    },
    sql: `SELECT c.code, c.opened_at, c.municipality, c.stage, c.difficulty, c.hops,
       string_agg(r.profession, ' > ' ORDER BY r.sent_at, r.hop, r.profession) AS professions,
       c.outcome
  FROM cases c JOIN referrals r USING (case_id)
 WHERE c.sector = $sector AND c.hops >= $times AND ${within('c.opened_at')}
 GROUP BY ALL
 ORDER BY c.hops DESC, c.opened_at, c.code`,
    parameters: [
      { name: 'sector', label: { fr: 'secteur', nl: 'sector', en: 'sector' }, kind: 'sector', default: 'horeca' },
      {
        name: 'times',
        label: { fr: 'au moins … fois', nl: 'minstens … keer', en: 'at least … times' },
        kind: 'number',
        default: 2,
      },
      ...year,
    ],
    chart: null,
  },
  {
    queryId: 'hops-per-case',
    question: {
      fr: 'Combien de fois un dossier est-il passé plus loin ?',
      nl: 'Hoe vaak wordt een dossier doorgegeven?',
      en: 'How often is a case handed on?',
    },
    explanation: {
      fr: 'Dossiers ouverts dans la période, selon leur plus longue chaîne.',
      nl: 'Dossiers geopend in de periode, volgens hun langste keten.',
      en: 'Cases opened in the time, by their longest chain.',
    },
    sql: `SELECT CASE WHEN hops IS NULL THEN 'never referred' ELSE hops::VARCHAR END AS times_handed_on,
       count(*) AS cases,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1)::DOUBLE AS percent
  FROM cases
 WHERE ${within('opened_at')}
 GROUP BY hops
 ORDER BY hops NULLS FIRST`,
    parameters: year,
    chart: { form: 'bars', x: 'times_handed_on', y: 'cases', series: null },
  },
  {
    queryId: 'returned-to-profession',
    question: {
      fr: 'Quelles chaînes reviennent à une profession déjà passée ?',
      nl: 'Welke ketens keren terug naar een beroep dat er al was?',
      en: 'Which chains return to a profession that was there before?',
    },
    explanation: {
      fr: 'Aller-retour : une orientation vers une profession qui était déjà dans sa chaîne, ou qui l’a commencée. Selon la date d’envoi.',
      nl: 'Pingpong: een doorverwijzing naar een beroep dat al in haar keten zat of ze begon. Volgens de datum van verzending.',
      en: 'Ping-pong: a referral to a profession that was in its chain already, or began it. By the date of sending.',
    },
    sql: `WITH RECURSIVE chain AS (
  SELECT case_id, referral_id, profession, sent_at, [sender] AS before
    FROM referrals WHERE NOT imported AND parent_referral_id IS NULL
  UNION ALL
  SELECT r.case_id, r.referral_id, r.profession, r.sent_at, list_append(chain.before, chain.profession)
    FROM referrals r JOIN chain ON r.case_id = chain.case_id AND r.parent_referral_id = chain.referral_id
), returned AS (
  SELECT case_id, profession, sent_at FROM chain WHERE len(before) > 1 AND list_contains(before, profession)
  UNION ALL
  SELECT r.case_id, r.profession, r.sent_at FROM referrals r
   WHERE r.imported AND r.hop > 0 AND EXISTS (
     SELECT 1 FROM referrals o WHERE o.imported AND o.case_id = r.case_id AND o.hop < r.hop
        AND (o.profession = r.profession OR o.hop = 0 AND o.sender = r.profession))
)
SELECT profession, count(*) AS returned, count(DISTINCT case_id) AS cases
  FROM returned
 WHERE ${within('sent_at')}
 GROUP BY profession
 ORDER BY returned DESC, profession`,
    parameters: year,
    chart: { form: 'bars', x: 'profession', y: 'returned', series: null },
  },
  {
    queryId: 'after-a-profession',
    question: {
      fr: 'Que se passe-t-il après un médiateur ?',
      nl: 'Wat gebeurt er na een bemiddelaar?',
      en: 'What happens after a mediator?',
    },
    explanation: {
      fr: 'Ce qu’ont donné les orientations vers cette profession : passées à une autre, ou leur fin. Selon la date d’envoi.',
      nl: 'Wat er kwam van doorverwijzingen naar dit beroep: doorgegeven aan een ander, of hun einde. Volgens de datum van verzending.',
      en: 'What came of referrals to this profession: handed on to another, or their end. By the date of sending.',
    },
    sql: `WITH asked AS (
  SELECT * FROM referrals WHERE profession = $profession AND ${within('sent_at')}
), nexts AS (
  SELECT a.case_id, a.referral_id, a.sent_at, a.state, a.outcome, min(r.profession) AS next
    FROM asked a LEFT JOIN referrals r
      ON r.case_id = a.case_id
     AND (r.parent_referral_id = a.referral_id
          OR a.imported AND r.sender = a.profession AND r.hop = a.hop + 1 AND r.sent_at >= a.sent_at)
   GROUP BY ALL
)
SELECT CASE WHEN next IS NULL THEN 'end' ELSE 'handed on' END AS then,
       coalesce(next, outcome, state) AS what,
       count(*) AS referrals,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1)::DOUBLE AS percent
  FROM nexts
 GROUP BY 1, 2
 ORDER BY referrals DESC, 1, 2`,
    parameters: [
      {
        name: 'profession',
        label: { fr: 'profession', nl: 'beroep', en: 'profession' },
        kind: 'profession',
        default: 'mediator',
      },
      ...year,
    ],
    chart: { form: 'bars', x: 'what', y: 'referrals', series: 'then' },
  },
  {
    queryId: 'who-refers-to-whom',
    question: {
      fr: 'Qui oriente vers qui, et combien sont acceptées ?',
      nl: 'Wie verwijst door naar wie, en hoeveel wordt aanvaard?',
      en: 'Who refers to whom, and how many are accepted?',
    },
    explanation: {
      fr: 'Par expéditeur et profession, selon la date d’envoi.',
      nl: 'Per afzender en beroep, volgens de datum van verzending.',
      en: 'By sender and profession, by the date of sending.',
    },
    sql: `SELECT sender, profession, count(*) AS sent,
       count(*) FILTER (answer = 'accepted') AS accepted,
       round(100.0 * accepted / nullif(count(*) FILTER (answer IS NOT NULL), 0), 1)::DOUBLE AS percent_of_answers
  FROM referrals
 WHERE ${within('sent_at')}
 GROUP BY sender, profession
 ORDER BY sent DESC, sender, profession`,
    parameters: quarter,
    chart: { form: 'bars', x: 'sender', y: 'sent', series: 'profession' },
  },
];
