import { quarter, within, year, type Ready } from './ready.js';

/** What entrepreneurs struggle with, and where help is missing. */
export const needQueries: readonly Ready[] = [
  {
    queryId: 'rising-difficulties',
    question: {
      fr: 'Quelles difficultés augmentent par rapport au trimestre précédent ?',
      nl: 'Welke moeilijkheden nemen toe tegenover het kwartaal ervoor?',
      en: 'Which difficulties rise against the quarter before?',
    },
    explanation: {
      fr: 'Dossiers qui mentionnent la difficulté, ouverts dans les trois mois depuis cette date et dans les trois mois d’avant.',
      nl: 'Dossiers die de moeilijkheid vermelden, geopend in de drie maanden vanaf deze datum en in de drie maanden ervoor.',
      en: 'Cases that mention the difficulty, opened in the three months from this date and in the three months before.',
    },
    sql: `WITH mentions AS (
  SELECT unnest(difficulties) AS difficulty, opened_at >= $since::DATE AS is_now
    FROM cases
   WHERE opened_at >= $since::DATE - INTERVAL 3 MONTH AND opened_at < $since::DATE + INTERVAL 3 MONTH
)
SELECT difficulty,
       count(*) FILTER (NOT is_now) AS quarter_before,
       count(*) FILTER (is_now) AS quarter,
       quarter - quarter_before AS change
  FROM mentions
 GROUP BY difficulty
 ORDER BY change DESC, difficulty`,
    parameters: quarter.slice(0, 1),
    chart: { form: 'bars', x: 'difficulty', y: 'change', series: null },
  },
  {
    queryId: 'unmet-need',
    question: {
      fr: 'Où l’aide manque-t-elle, par commune ?',
      nl: 'Waar ontbreekt hulp, per gemeente?',
      en: 'Where is help missing, by municipality?',
    },
    explanation: {
      fr: 'Dossiers pour lesquels la coordination n’a trouvé personne, et dossiers d’avant Relais que personne n’a acceptés, pour 100 dossiers ouverts.',
      nl: 'Dossiers waarvoor de coördinatie niemand vond, en dossiers van vóór Relais die niemand aanvaardde, per 100 geopende dossiers.',
      en: 'Cases for which the coordinators found nobody, and cases from before Relais that nobody accepted, per 100 cases opened.',
    },
    sql: `WITH unmet AS (
  SELECT DISTINCT subject AS case_id FROM events
   WHERE type = 'relais.case.dispatch-resolved.v1' AND (data ->> '$.resolution') = 'nobody-available'
  UNION
  SELECT case_id FROM referrals WHERE imported
   GROUP BY case_id HAVING count(answer) > 0 AND count(*) FILTER (answer = 'accepted') = 0
)
SELECT c.municipality, l.fr, l.nl,
       count(*) AS opened,
       count(u.case_id) AS unmet,
       round(100.0 * unmet / opened, 1)::DOUBLE AS per_hundred
  FROM cases c
  LEFT JOIN unmet u ON u.case_id = c.case_id
  LEFT JOIN labels l ON l.list = 'municipality' AND l.code = c.municipality
 WHERE ${within('c.opened_at')}
 GROUP BY c.municipality, l.fr, l.nl
 ORDER BY unmet DESC, c.municipality`,
    parameters: year,
    chart: { form: 'bars', x: 'fr', y: 'unmet', series: null },
  },
  {
    queryId: 'cases-by-stage-and-month',
    question: {
      fr: 'À quelle phase les dossiers arrivent-ils, mois par mois ?',
      nl: 'In welke fase komen dossiers binnen, maand na maand?',
      en: 'At which stage do cases arrive, month by month?',
    },
    explanation: {
      fr: 'Dossiers selon le mois d’ouverture (UTC) et leur phase actuelle.',
      nl: 'Dossiers volgens de maand van opening (UTC) en hun huidige fase.',
      en: 'Cases by the month of opening (UTC) and their stage now.',
    },
    sql: `SELECT strftime(opened_at, '%Y-%m') AS month, stage, count(*) AS cases
  FROM cases
 WHERE ${within('opened_at')}
 GROUP BY month, stage
 ORDER BY month, stage`,
    parameters: year,
    chart: { form: 'line', x: 'month', y: 'cases', series: 'stage' },
  },
  {
    queryId: 'difficulties-by-sector',
    question: {
      fr: 'Quelles difficultés pèsent dans quel secteur ?',
      nl: 'Welke moeilijkheden wegen in welke sector?',
      en: 'Which difficulties weigh in which sector?',
    },
    explanation: {
      fr: 'Difficulté principale des dossiers ouverts dans la période.',
      nl: 'Voornaamste moeilijkheid van de dossiers die in de periode geopend werden.',
      en: 'Main difficulty of the cases opened in the time.',
    },
    sql: `SELECT sector, difficulty, count(*) AS cases
  FROM cases
 WHERE ${within('opened_at')}
 GROUP BY sector, difficulty
 ORDER BY cases DESC, sector, difficulty`,
    parameters: quarter,
    chart: { form: 'bars', x: 'sector', y: 'cases', series: 'difficulty' },
  },
  {
    queryId: 'follow-up-outcomes',
    question: {
      fr: 'Comment vont les entreprises 6 et 12 mois après ?',
      nl: 'Hoe staan de ondernemingen er 6 en 12 maanden later voor?',
      en: 'How are the businesses 6 and 12 months later?',
    },
    explanation: {
      fr: 'Suivis enregistrés ou manqués dans la période, un dossier pouvant être suivi deux fois.',
      nl: 'Opvolgingen geregistreerd of gemist in de periode; een dossier kan twee keer opgevolgd zijn.',
      en: 'Follow-ups recorded or missed in the time; a case may be followed up twice.',
    },
    sql: `SELECT (data ->> '$.month')::INTEGER AS months_after,
       CASE type WHEN 'relais.case.follow-up-missed.v1' THEN 'missed' ELSE data ->> '$.status' END AS status,
       count(*) AS follow_ups
  FROM events
 WHERE type IN ('relais.case.follow-up-recorded.v1', 'relais.case.follow-up-missed.v1') AND ${within('time')}
 GROUP BY months_after, status
 ORDER BY months_after, follow_ups DESC, status`,
    parameters: year,
    chart: { form: 'bars', x: 'status', y: 'follow_ups', series: 'months_after' },
  },
  {
    queryId: 'imported-and-live',
    question: {
      fr: 'Combien de dossiers viennent d’avant Relais, et combien de Relais ?',
      nl: 'Hoeveel dossiers komen van vóór Relais, en hoeveel van Relais?',
      en: 'How many cases are from before Relais, and how many of Relais?',
    },
    explanation: {
      fr: 'Par année d’ouverture (UTC), avec leurs orientations.',
      nl: 'Per jaar van opening (UTC), met hun doorverwijzingen.',
      en: 'By year of opening (UTC), with their referrals.',
    },
    sql: `SELECT year(opened_at) AS year,
       count(*) FILTER (imported) AS imported_cases,
       count(*) FILTER (NOT imported) AS live_cases,
       coalesce(sum(referrals) FILTER (imported), 0)::BIGINT AS imported_referrals,
       coalesce(sum(referrals) FILTER (NOT imported), 0)::BIGINT AS live_referrals
  FROM cases
 GROUP BY year
 ORDER BY year`,
    parameters: [],
    chart: { form: 'bars', x: 'year', y: 'live_cases', series: null },
  },
];
