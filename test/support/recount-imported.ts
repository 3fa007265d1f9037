import { standardPolicy, type CaseEventOf } from '#contracts/case';
import { areaOf, difficulties } from '#contracts/kernel/codes';
import { workingMinutesBetween } from '#domain/calendar';
import { bandOf, cellOf, openingOf, weekAt } from './recount-cells.js';

/** The cells that a case of before Relais adds to, counted from its one event. */
export function recountImported({ data }: CaseEventOf<'relais.case.imported.v1'>): string[] {
  const cell = cellOf(true);
  const weekOf = (at: string) => weekAt(at, false);
  const { facts, openedOn, closedOn, outcome, referrals = [] } = data;
  const group = difficulties[facts.difficulties[0]?.difficulty ?? 'vat'].group;
  const calendar = { ...standardPolicy.calendar, winterOffsetHours: 0, summerTime: false };
  const since = (start: string, at: string) => bandOf(Math.round(workingMinutesBetween(start, at, calendar) * 60_000));
  const refused = referrals.filter((one) => one.answer !== null && one.answeredOn !== null);
  const latest = refused.reduce((last, one) => ((one.answeredOn ?? '') > last ? (one.answeredOn ?? '') : last), '');
  const unmet = refused.length > 0 && referrals.every((one) => one.answer !== 'accepted');
  return [
    ...(unmet ? [cell('unmet', weekOf(latest), [group, areaOf(facts.municipality)])] : []),
    ...openingOf(cell, weekOf(openedOn), facts),
    cell('closed', weekOf(closedOn), [outcome, group, areaOf(facts.municipality)]),
    ...referrals.flatMap((one, place) => {
      const before: string[] = [];
      let [hop, from]: [number, string] = [one.hop, one.from];
      for (let earlier = place - 1; earlier >= 0 && hop > 0; earlier -= 1) {
        const other = referrals[earlier];
        if (other?.hop === hop - 1 && other.to === from) {
          [hop, from] = [other.hop, other.from];
          before.push(other.to, hop === 0 ? from : '');
        }
      }
      const hopBand = before.includes(one.to) ? 'ping-pong' : (['first', 'second'][one.hop] ?? 'later');
      const accepted = one.answer === 'accepted' ? one.answeredOn : null;
      return [
        cell('sent', weekOf(one.sentOn), [one.from, one.to, group]),
        cell('hops', weekOf(one.sentOn), [one.to, hopBand]),
        ...(one.answer !== null && one.answeredOn !== null
          ? [cell('answered', weekOf(one.answeredOn), [one.to, one.answer, since(one.sentOn, one.answeredOn)])]
          : []),
        ...(accepted !== null && one.firstContactOn !== null
          ? [cell('contacted', weekOf(one.firstContactOn), [one.to, since(accepted, one.firstContactOn)])]
          : []),
        ...(accepted !== null && one.endedOn !== null && one.outcome !== null
          ? [cell('ended', weekOf(one.endedOn), [one.to, one.outcome, since(accepted, one.endedOn)])]
          : []),
      ];
    }),
  ];
}
