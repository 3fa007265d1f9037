import type { Texts } from './fr.js';

/** Words of figures in English. */
export const en: Texts = {
  table: {
    month: 'Month',
    cases: 'Cases',
    referrals: 'Referrals',
    difficulty: 'Difficulty',
    group: 'Group of difficulties',
    municipality: 'Municipality',
    verdict: 'More than chance?',
    time: 'Working time',
    reason: 'Reason',
    now: 'since the date',
    before: 'period compared with',
    week: 'Week of',
    answer: 'Answer',
    sender: 'Sender',
    outcome: 'Outcome',
    profession: 'Profession',
  },
  verdict: {
    rise: 'yes, risen',
    fall: 'yes, fallen',
    none: 'no clear change',
  },
  trend: {
    title: '{{name}}, cases per month',
    none: 'No complete month yet.',
    expected: 'expected range',
    signal: 'outside the range',
    signalSince: 'signal since {{month}}',
    running: 'running',
    note: 'A case counts once for each difficulty it mentions, in the month in which it was opened.',
  },
  slopes: {
    title: 'From one period to the other',
    note: '▲ and ▼: more than chance explains, all difficulties judged together. Drawn are these and the most frequent; the table has all.',
  },
  matrix: {
    title: 'Which difficulty in which sector',
    note: 'Cases opened since the date, once for each difficulty.',
  },
  map: {
    title: 'Cases by municipality',
    beside: '{{name}}: {{count}}',
    note: 'Cases opened since the date, where the business is.',
  },
  unmet: {
    title: 'Where help is missing',
    note: 'Times that nobody could take the case, by main difficulty and area.',
  },
  flow: {
    title: 'Where requests come from and what becomes of them',
    from: 'From',
    to: 'To',
    answer: 'Answer',
    way: 'From → to',
    note: 'Requests sent and answers given since the date; an answer may concern an earlier request.',
  },
  wait: {
    answer: 'How long people wait for an answer',
    contact: 'From acceptance to first contact',
    end: 'From acceptance to the end of the help',
    hours: '{{time}} h',
    days: '{{time}} d',
    longer: '> 60 d',
    half: 'half: {{time}}',
    most: 'nine in ten: {{time}}',
    note: 'Working time; a day has 8 hours. Each column goes up to the time below it.',
  },
  declines: {
    title: 'Why referrals are declined',
    note: 'The stroke marks the period compared with.',
  },
  balance: {
    title: 'Opened, closed, in progress',
    opened: 'opened',
    closed: 'closed',
    inProgress: 'in progress',
    note: 'Reopened cases count among the opened ones. In progress: all that came in less all that went out. Imported history holds closed cases only: shortly before Relais began, too few seem to be in progress.',
  },
  followUp: {
    title: 'Six and twelve months later',
    note: 'Follow-ups recorded or missed since the date.',
  },
  'own-received': {
    title: 'Requests received and answers, by week',
    received: 'received',
    accepted: 'accepted',
    notAccepted: 'not accepted',
    declined: 'declined',
    expired: 'not answered',
    note: 'A request counts in the week in which it was sent, an answer in the week in which it was given.',
  },
  'own-answers': {
    title: 'Our answers',
    note: 'Requests that were called back or taken by another service before an answer have none.',
  },
  'own-from': {
    title: 'Who the requests come from',
    note: 'The profession of the service that sent the request.',
  },
  'own-outcomes': {
    title: 'Outcome of our help',
    note: 'Help that was closed in these weeks.',
  },
  'own-sent': {
    title: 'Whom we refer to',
    note: 'Requests that our services sent in these weeks.',
  },
};
