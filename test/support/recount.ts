import type { CaseEvent, CaseEventOf, Policy } from '#contracts/case';
import { areaOf, difficulties } from '#contracts/kernel/codes';
import { workingMinutesBetween } from '#domain/calendar';
import { bandOf, cellOf, latestFacts, openingOf, weekAt } from './recount-cells.js';
import { recountImported } from './recount-imported.js';

/** A referral as its events tell of it, one after the other. */
type Told = {
  readonly sent: CaseEventOf<'relais.referral.sent.v1'>;
  readonly from: string;
  answered?: { at: string; answer: string };
  contacted?: { at: string; paused: number };
  ended?: { at: string; outcome: string; paused: number };
  /** Milliseconds of pauses that are over, and since when it pauses now. */
  paused: number;
  pausedSince?: string;
  held: boolean;
};

/**
 * The cells a case adds to, with repetitions: `cube week a b c d imported`. Counted from the raw events and not from the state, to be
 * compared with what the projector counted.
 */
export function recount(events: readonly CaseEvent[]): string[] {
  const [first] = events;
  if (first?.type === 'relais.case.imported.v1') {
    return recountImported(first);
  }
  return first?.type === 'relais.case.opened.v1' ? recountOpened(first, events) : [];
}

/** How many of each cell many cases add to, and the sums that are kept beside them. */
export function recountAll(cases: readonly (readonly CaseEvent[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cases.flatMap(recount).flatMap(withSums)) {
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

/** For which dimensions sums are kept, by their places. */
const sums: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  opened: { 'difficulty-group': [0], 'sector-group': [1], area: [2] },
  mentions: { difficulty: [0], 'difficulty+sector-group': [0, 1], 'difficulty+area': [0, 2] },
  closed: { 'difficulty-group': [1], area: [2] },
  reopened: { 'difficulty-group': [1], area: [2] },
  sent: { 'from+to': [0, 1] },
  answered: { 'to+answer': [0, 1], 'answer+time': [1, 2] },
};

function withSums(cell: string): string[] {
  const [cube = '', week, a, b, c, d, imported] = cell.split(' ');
  const codes = [a, b, c, d];
  return [
    cell,
    ...Object.entries(sums[cube] ?? {}).map(([name, places]) => {
      const [first, second = ''] = places.map((place) => codes[place]);
      return [`${cube}/${name}`, week, first, second, '', '', imported].join(' ');
    }),
  ];
}

const columns = ['cube', 'week', 'a', 'b', 'c', 'd', 'imported'];

/** The cells of rows of `measure_week`. */
export function countsIn(rows: readonly unknown[] = []): Map<string, number> {
  return new Map(
    (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => [
      columns.map((column) => String(row[column])).join(' '),
      Number(row['count']),
    ]),
  );
}

function recountOpened(first: CaseEventOf<'relais.case.opened.v1'>, events: readonly CaseEvent[]): string[] {
  const facts = latestFacts(events, first);
  const { calendar } = first.data.policy;
  const cell = cellOf(false);
  const weekOf = (at: string) => weekAt(at, !calendar.summerTime);
  const group = difficulties[facts.difficulties[0]?.difficulty ?? 'vat'].group;
  const area = areaOf(facts.municipality);
  return [
    ...openingOf(cell, weekOf(first.time), facts),
    ...events.flatMap((event) => {
      switch (event.type) {
        case 'relais.case.closed.v1':
          return [cell('closed', weekOf(event.time), [event.data.outcome, group, area])];
        case 'relais.case.reopened.v1':
          return [cell('reopened', weekOf(event.time), [event.data.reason, group, area])];
        case 'relais.case.dispatch-resolved.v1':
          return event.data.resolution === 'nobody-available' ? [cell('unmet', weekOf(event.time), [group, area])] : [];
        case 'relais.case.follow-up-recorded.v1':
          return [cell('followed-up', weekOf(event.time), [String(event.data.month), event.data.status, group])];
        case 'relais.case.follow-up-missed.v1':
          return [cell('followed-up', weekOf(event.time), [String(event.data.month), 'missed', group])];
        default:
          return [];
      }
    }),
    ...recountReferrals(first, events, (cube, at, codes) => cell(cube, weekOf(at), codes), group),
  ];
}

function recountReferrals(
  first: CaseEventOf<'relais.case.opened.v1'>,
  events: readonly CaseEvent[],
  cell: (cube: string, at: string, codes: readonly string[]) => string,
  group: string,
): string[] {
  const { calendar } = first.data.policy;
  const all = tell(first, events);
  return [...all.values()].flatMap(({ sent, from, answered, contacted, ended }) => {
    const { to, parentReferralId, hop } = sent.data;
    const before: string[] = [];
    for (let id = parentReferralId; id !== null;) {
      const parent = all.get(id);
      before.push(parent?.sent.data.to.profession ?? '', parent?.sent.data.hop === 0 ? parent.from : '');
      id = parent?.sent.data.parentReferralId ?? null;
    }
    const place = before.includes(to.profession) ? 'ping-pong' : (['first', 'second'][hop] ?? 'later');
    const twice = (cube: string, at: string, codes: readonly string[]) => [
      cell(cube, at, [to.profession, ...codes]),
      cell(`service-${cube}`, at, [to.serviceId, ...codes]),
    ];
    const since = (start: string, at: string, paused = 0) =>
      bandOf(Math.round(workingMinutesBetween(start, at, calendar) * 60_000) - paused);
    const sender = sent.data.from.serviceId;
    return [
      cell('sent', sent.time, [from, to.profession, group]),
      cell('hops', sent.time, [to.profession, place]),
      cell('service-received', sent.time, [to.serviceId, from]),
      ...(sender === null ? [] : [cell('service-sent', sent.time, [sender, to.profession])]),
      ...(answered ? twice('answered', answered.at, [answered.answer, since(sent.time, answered.at)]) : []),
      ...(answered && contacted
        ? twice('contacted', contacted.at, [since(answered.at, contacted.at, contacted.paused)])
        : []),
      ...(answered && ended
        ? twice('ended', ended.at, [ended.outcome, since(answered.at, ended.at, ended.paused)])
        : []),
    ];
  });
}

function tell(first: CaseEventOf<'relais.case.opened.v1'>, events: readonly CaseEvent[]): Map<string, Told> {
  const { calendar } = first.data.policy;
  const all = new Map<string, Told>();
  const professions = new Map(
    first.data.lead === null ? [] : [[first.data.lead.serviceId, first.data.lead.profession]],
  );
  for (const event of events) {
    if (event.type === 'relais.referral.sent.v1') {
      const { serviceId } = event.data.from;
      const from = serviceId === null ? 'coordination' : (professions.get(serviceId) ?? 'first-line');
      all.set(event.data.referralId, { sent: event, from, paused: 0, held: false });
      const { to } = event.data;
      professions.set(to.serviceId, professions.get(to.serviceId) ?? to.profession);
    } else if ('referralId' in event.data && event.type.startsWith('relais.referral.')) {
      happen(all.get(event.data.referralId), event, calendar);
    }
  }
  return all;
}

function happen(told: Told | undefined, event: CaseEvent, calendar: Policy['calendar']): void {
  if (told === undefined) {
    return;
  }
  const at = event.time;
  const goOn = () => {
    const since = told.pausedSince;
    told.paused += since === undefined ? 0 : Math.round(workingMinutesBetween(since, at, calendar) * 60_000);
    delete told.pausedSince;
  };
  switch (event.type) {
    case 'relais.referral.accepted.v1':
      told.answered = { at, answer: 'accepted' };
      break;
    case 'relais.referral.declined.v1':
      told.answered = { at, answer: event.data.reason };
      break;
    case 'relais.referral.expired.v1':
      told.answered = { at, answer: 'expired' };
      break;
    case 'relais.referral.first-contact-made.v1':
      told.contacted = { at, paused: told.paused };
      break;
    case 'relais.referral.held.v1':
    case 'relais.referral.recall-requested.v1':
      goOn();
      told.pausedSince = at;
      told.held = told.held || event.type === 'relais.referral.held.v1';
      break;
    case 'relais.referral.resumed.v1':
      goOn();
      told.held = false;
      break;
    case 'relais.referral.kept.v1':
      goOn();
      // What was on hold when it was to be recalled is on hold again.
      if (told.held) {
        told.pausedSince = at;
      }
      break;
    case 'relais.referral.closed.v1':
      goOn();
      told.ended = { at, outcome: event.data.outcome, paused: told.paused };
      break;
    case 'relais.referral.answer-undone.v1':
      delete told.answered;
      break;
    default:
      break;
  }
}
