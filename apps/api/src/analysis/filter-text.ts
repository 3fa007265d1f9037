import type { EventFilter } from '#contracts/analysis';
import { covered } from '#domain/anonymity';

/** A filter as it stands in an address, for the audit; lists are joined by commas. Encoded it hides what it says, so that it is covered before. */
export function textOfFilter(filter: EventFilter): string {
  const search = new URLSearchParams();
  const names = ['stream', 'type', 'from', 'until', 'case', 'profession', 'difficulty', 'municipality'] as const;
  for (const name of names) {
    const value = filter[name];
    if (value !== undefined) {
      search.append(name, covered(typeof value === 'string' ? value : value.join(',')));
    }
  }
  filter.where?.forEach((one) => search.append('where', covered(one)));
  return search.toString();
}
