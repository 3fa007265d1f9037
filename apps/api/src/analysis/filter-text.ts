import type { EventFilter } from '#contracts/analysis';

/** A filter as it stands in an address, for the audit; lists are joined by commas. */
export function textOfFilter(filter: EventFilter): string {
  const search = new URLSearchParams();
  const names = ['stream', 'type', 'from', 'until', 'case', 'profession', 'difficulty', 'municipality'] as const;
  for (const name of names) {
    const value = filter[name];
    if (value !== undefined) {
      search.append(name, typeof value === 'string' ? value : value.join(','));
    }
  }
  filter.where?.forEach((one) => search.append('where', one));
  return search.toString();
}
