import { fromWhomToWhom, quarter, within, type Ready } from './ready.js';

/** What services answer, and how fast. */
export const answerQueries: readonly Ready[] = [
  {
    queryId: 'declined-for-capacity',
    question: {
      fr: 'Combien d’orientations ont été déclinées faute de place, de qui vers qui ?',
      nl: 'Hoeveel doorverwijzingen werden geweigerd wegens plaatsgebrek, van wie naar wie?',
      en: 'How many referrals were declined for lack of capacity, from whom to whom?',
    },
    explanation: {
      fr: 'Par expéditeur et profession demandée, selon la date d’envoi. Déclinée faute de place : motif « complet » ou manque de capacité.',
      nl: 'Per afzender en gevraagd beroep, volgens de datum van verzending. Wegens plaatsgebrek: reden “volzet” of gebrek aan capaciteit.',
      en: 'By sender and profession asked, by the date of sending. For lack of capacity: reason “full”, or said to be for lack of capacity.',
    },
    sql: `SELECT sender, profession,
       count(*) AS sent,
       count(*) FILTER (answer = 'full' OR choice = 'capacity') AS declined_for_capacity,
       round(100.0 * declined_for_capacity / sent, 1)::DOUBLE AS percent
  FROM referrals
 WHERE ${within('sent_at')}
   AND $sender IN ('', sender) AND $profession IN ('', profession)
 GROUP BY sender, profession
 ORDER BY declined_for_capacity DESC, sent DESC, sender, profession`,
    parameters: [...quarter, ...fromWhomToWhom],
    chart: { form: 'bars', x: 'sender', y: 'declined_for_capacity', series: 'profession' },
  },
  {
    queryId: 'time-to-answer',
    question: {
      fr: 'En combien d’heures ouvrables chaque profession répond-elle ?',
      nl: 'In hoeveel werkuren antwoordt elk beroep?',
      en: 'In how many working hours does each profession answer?',
    },
    explanation: {
      fr: 'Médiane et neuf sur dix, des orientations acceptées ou déclinées, depuis leur envoi ; sans celles qui ont expiré.',
      nl: 'Mediaan en negen op tien, van verzending tot aanvaarding of weigering; zonder vervallen doorverwijzingen.',
      en: 'Median and nine in ten, from sending to acceptance or decline; without those that expired.',
    },
    sql: `SELECT profession,
       count(*) AS answered,
       round(median(working_hours(sent_at, answered_at)), 1)::DOUBLE AS median_hours,
       round(quantile_cont(working_hours(sent_at, answered_at), 0.9), 1)::DOUBLE AS nine_in_ten_hours
  FROM referrals
 WHERE answered_at IS NOT NULL AND answer <> 'expired' AND ${within('answered_at')}
 GROUP BY profession
 ORDER BY median_hours DESC, profession`,
    parameters: quarter,
    chart: { form: 'bars', x: 'profession', y: 'median_hours', series: null },
  },
  {
    queryId: 'decline-reasons',
    question: {
      fr: 'Pourquoi chaque profession décline-t-elle ?',
      nl: 'Waarom weigert elk beroep?',
      en: 'Why does each profession decline?',
    },
    explanation: {
      fr: 'Motifs des orientations déclinées, selon la date de réponse.',
      nl: 'Redenen van weigering, volgens de datum van antwoord.',
      en: 'Reasons of declines, by the date of the answer.',
    },
    sql: `SELECT profession, answer AS reason, count(*) AS declined
  FROM referrals
 WHERE answer NOT IN ('accepted', 'expired') AND ${within('answered_at')}
 GROUP BY profession, reason
 ORDER BY profession, declined DESC, reason`,
    parameters: quarter,
    chart: { form: 'bars', x: 'profession', y: 'declined', series: 'reason' },
  },
  {
    queryId: 'waiting-by-service',
    question: {
      fr: 'Quels services ont des orientations sans réponse, et depuis quand ?',
      nl: 'Welke diensten hebben onbeantwoorde doorverwijzingen, en sinds wanneer?',
      en: 'Which services have requests without an answer, and since when?',
    },
    explanation: {
      fr: 'Orientations ouvertes à la fin de ce jour, attente en heures ouvrables.',
      nl: 'Open doorverwijzingen op het einde van die dag, wachttijd in werkuren.',
      en: 'Requests open at the end of that day, waiting in working hours.',
    },
    sql: `SELECT service, profession,
       count(*) AS waiting,
       round(median(working_hours(sent_at, ($day::DATE + 1)::TIMESTAMPTZ)), 1)::DOUBLE AS median_hours,
       round(max(working_hours(sent_at, ($day::DATE + 1)::TIMESTAMPTZ)), 1)::DOUBLE AS longest_hours
  FROM referrals
 WHERE NOT imported AND sent_at < $day::DATE + 1
   AND coalesce(answered_at, ended_at, 'infinity'::TIMESTAMPTZ) >= $day::DATE + 1
 GROUP BY service, profession
 ORDER BY longest_hours DESC, service`,
    parameters: [
      { name: 'day', label: { fr: 'jour', nl: 'dag', en: 'day' }, kind: 'date', default: { moment: 'today' } },
    ],
    chart: { form: 'bars', x: 'service', y: 'waiting', series: null },
  },
  {
    queryId: 'time-to-first-contact',
    question: {
      fr: 'Combien de temps entre l’acceptation et le premier contact ?',
      nl: 'Hoeveel tijd tussen aanvaarding en eerste contact?',
      en: 'How long from acceptance to the first contact?',
    },
    explanation: {
      fr: 'Heures ouvrables, par profession, selon la date du premier contact.',
      nl: 'Werkuren, per beroep, volgens de datum van het eerste contact.',
      en: 'Working hours, by profession, by the date of the first contact.',
    },
    sql: `SELECT profession,
       count(*) AS contacts,
       round(median(working_hours(answered_at, first_contact_at)), 1)::DOUBLE AS median_hours,
       round(quantile_cont(working_hours(answered_at, first_contact_at), 0.9), 1)::DOUBLE AS nine_in_ten_hours
  FROM referrals
 WHERE answer = 'accepted' AND ${within('first_contact_at')}
 GROUP BY profession
 ORDER BY median_hours DESC, profession`,
    parameters: quarter,
    chart: { form: 'bars', x: 'profession', y: 'median_hours', series: null },
  },
  {
    queryId: 'outcomes-of-help',
    question: {
      fr: 'Comment l’aide se termine-t-elle, par profession ?',
      nl: 'Hoe eindigt de hulp, per beroep?',
      en: 'How does help end, by profession?',
    },
    explanation: {
      fr: 'Orientations dont l’aide a pris fin dans la période, et leur résultat.',
      nl: 'Doorverwijzingen waarvan de hulp in de periode eindigde, en hun resultaat.',
      en: 'Referrals whose help ended in the time, and their outcome.',
    },
    sql: `SELECT profession, outcome, count(*) AS ended,
       round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY profession), 1)::DOUBLE AS percent
  FROM referrals
 WHERE outcome IS NOT NULL AND ${within('ended_at')}
 GROUP BY profession, outcome
 ORDER BY profession, ended DESC, outcome`,
    parameters: quarter,
    chart: { form: 'bars', x: 'profession', y: 'ended', series: 'outcome' },
  },
];
