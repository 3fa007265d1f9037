import { followUpMonths } from '#contracts/monitoring/codes';
import { weekOf } from '../../calendar/weeks.js';
import type { KnownCase } from '../../case/state.js';
import { calendarOf, groupsOf } from './bands.js';
import type { Contribution } from './contribution.js';

/** What a case itself contributes: its opening under its latest facts, closings, reopenings, unmet need and follow-ups. */
export function caseContributionsOf(state: KnownCase): Contribution[] {
  return [...openingOf(state), ...lifeOf(state)];
}

function openingOf(state: KnownCase): Contribution[] {
  const { facts, openedAt } = state;
  const { difficulty, sector, area, size } = groupsOf(facts);
  const week = weekOf(openedAt, calendarOf(state));
  return [
    { cube: 'opened', week, codes: [difficulty, sector, area, size] },
    ...facts.difficulties.map((one): Contribution => ({
      cube: 'mentions',
      week,
      codes: [one.difficulty, sector, area],
    })),
    { cube: 'places', week, codes: [facts.municipality, difficulty] },
    { cube: 'ages', week, codes: [facts.ageBand, difficulty] },
    { cube: 'forms', week, codes: [facts.legalForm, difficulty] },
    { cube: 'stages', week, codes: [facts.stage, difficulty] },
    { cube: 'channels', week, codes: [facts.channel, difficulty] },
  ];
}

function lifeOf(state: KnownCase): Contribution[] {
  const { closed, past } = state;
  const closings = [...(past?.closings ?? []), ...(closed === null ? [] : [closed])];
  if (closings.length === 0 && past === undefined) {
    return [];
  }
  const { difficulty, area } = groupsOf(state.facts);
  const calendar = calendarOf(state);
  return [
    ...closings.map(({ at, outcome }): Contribution => ({
      cube: 'closed',
      week: weekOf(at, calendar),
      codes: [outcome, difficulty, area],
    })),
    ...(past?.reopenings ?? []).map(({ at, reason }): Contribution => ({
      cube: 'reopened',
      week: weekOf(at, calendar),
      codes: [reason, difficulty, area],
    })),
    ...(past?.unmet ?? []).map((at): Contribution => ({
      cube: 'unmet',
      week: weekOf(at, calendar),
      codes: [difficulty, area],
    })),
    ...(past?.followUps ?? [])
      // A policy may ask at other times than figures are kept of.
      .filter(({ month }) => Object.hasOwn(followUpMonths, String(month)))
      .map(({ at, month, result }): Contribution => ({
        cube: 'followed-up',
        week: weekOf(at, calendar),
        codes: [String(month), result, difficulty],
      })),
  ];
}
