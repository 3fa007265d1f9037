import { outcomeOf } from '../load/ledger.js';
import type { Evidence } from './evidence.js';
import { applicationsOf } from './compare/applications.js';
import { eventsOf } from './truth.js';

/** What added events to a case: a command, or a clock. */
export type Operation = {
  readonly caseId: string;
  /** Whose it was, as a number; 0 is the clock. */
  readonly client: number;
  /** When it was asked first; milliseconds since 1970, 0 for a clock. */
  readonly call: number;
  /** When somebody was first told that it had happened; null when nobody was. */
  readonly answered: number | null;
  /** Sequences of the first and the last of its events. */
  readonly first: number;
  readonly last: number;
};

/** Everything that happened to the cases, each with the time in which it must have. */
export function operationsOf({ asked, histories }: Evidence): Operation[] {
  const people = [...new Set(asked.map((one) => one.personId))];
  const commands = asked.flatMap((one): Operation[] => {
    const applied = applicationsOf(one, histories).find((it) => it.events.length > 0);
    const [first, last] = [applied?.events[0], applied?.events.at(-1)];
    if (first === undefined || last === undefined || one.tries.length === 0) {
      return [];
    }
    const told = one.tries.filter((it) => it.told.outcome === 'accepted').map((it) => it.answeredAt);
    return [
      {
        caseId: one.caseId,
        client: people.indexOf(one.personId) + 1,
        call: Math.min(...one.tries.map((it) => it.sentAt)),
        answered: outcomeOf(one) === 'accepted' ? Math.min(...told) : null,
        first: first.sequence,
        last: last.sequence,
      },
    ];
  });
  const byCommand = new Set(
    commands.flatMap(({ caseId, first, last }) =>
      Array.from({ length: last - first + 1 }, (_, place) => `${caseId} ${first + place}`),
    ),
  );
  const byClock = [...histories.values()].flatMap((history) =>
    eventsOf(history)
      .filter(({ sequence }) => !byCommand.has(`${history.caseId} ${sequence}`))
      .map(({ sequence }) => ({
        caseId: history.caseId,
        client: 0,
        call: 0,
        answered: null,
        first: sequence,
        last: sequence,
      })),
  );
  return [...commands, ...byClock];
}
